using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Mapping;

namespace ProposalSearch.Indexing;

/// <summary>Counts the wordings of an archive as its proposals are added. Used by one thread.</summary>
internal sealed class WordingTally(SchemaKeys keys)
{
    /// <summary>An index keeps so many wordings, those with most answers, and as many of facet values.</summary>
    public const int MostKept = 500;

    /// <summary>Where answers under a name such as <c>funder</c> have no more words than this on average, they are values.</summary>
    private const int MostWordsOfAValue = 4;

    private readonly Dictionary<(string Question, string? Id), (int Answers, long Words)> _counts = [];

    /// <summary>Counts the answers of a proposal.</summary>
    public void Add(Proposal proposal) => Count(proposal, 1);

    /// <summary>Counts the answers of a proposal no more, that were counted before.</summary>
    public void Remove(Proposal proposal) => Count(proposal, -1);

    /// <summary>Writes the counts.</summary>
    public void Write(ByteWriter to) => to.List(_counts, static (writer, count) =>
    {
        writer.Text(count.Key.Question);
        writer.Flag(count.Key.Id is not null);
        writer.Text(count.Key.Id ?? "");
        writer.Count(count.Value.Answers);
        writer.Int64(count.Value.Words);
    });

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public void Read(ref ByteReader from)
    {
        var counts = from.List(static (ref reader) =>
        {
            var (question, hasId, id) = (reader.Text(), reader.Flag(), reader.Text());
            return (Key: (question, hasId ? id : null), Value: (reader.Count(), reader.Int64()));
        });
        Array.ForEach(counts, count => _counts.Add(count.Key, count.Value));
    }

    private void Count(Proposal proposal, int sign)
    {
        foreach (var answer in proposal.Answers.Where(static answer => !OwnQuestions.Contains(answer.Question)))
        {
            Count((answer.Question, answer.QuestionId), answer.Text, sign);
        }

        if (proposal.Summary is { Length: > 0 } summary && !proposal.IsSummaryAnswered())
        {
            Count(("Summary", AnsweredFacet.SummaryQuestion), summary, sign);
        }
    }

    private void Count((string Question, string? Id) key, string text, int sign)
    {
        var (answers, words) = _counts.GetValueOrDefault(key);
        _counts[key] = (answers + sign, words + (sign * Words(text)));
        if (answers + sign == 0)
        {
            _counts.Remove(key);
        }
    }

    /// <summary>All wordings, those with most answers first. Names of short values, which nobody put as questions, are left out.</summary>
    public IReadOnlyList<QuestionWording> All() =>
    [
        .. _counts
            .Where(static pair => pair.Key.Id is not null
                || Wording.IsQuestion(pair.Key.Question)
                || pair.Value.Words > (long)MostWordsOfAValue * pair.Value.Answers)
            .Select(pair => Of(pair.Key.Question, pair.Key.Id, pair.Value.Answers, pair.Value.Words))
            .OrderByDescending(static wording => wording.Answers)
            .ThenBy(static wording => wording.Wording, StringComparer.Ordinal),
    ];

    private QuestionWording Of(string wording, string? id, int answers, long words)
    {
        if (id is null)
        {
            return new QuestionWording(wording, null, 0, answers, words);
        }

        var match = keys.Questions.Match(wording);
        return match.QuestionId == id
            ? new QuestionWording(wording, id, match.Confidence, answers, words, match.Nearest)
            : new QuestionWording(wording, id, 1, answers, words);
    }

    /// <summary>Words between blanks, as people count: a date or an address is one.</summary>
    private static int Words(ReadOnlySpan<char> text) => text.Count(' ') + text.Count('\n') - text.Count("\n\n") + 1;
}
