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
    public void Add(Proposal proposal)
    {
        foreach (var answer in proposal.Answers)
        {
            Add(answer);
        }

        if (proposal.Summary is { Length: > 0 } summary && !proposal.IsSummaryAnswered())
        {
            Add(new Answer("Summary", AnsweredFacet.SummaryQuestion, summary));
        }
    }

    private void Add(Answer answer)
    {
        var key = (answer.Question, answer.QuestionId);
        var (answers, words) = _counts.GetValueOrDefault(key);
        _counts[key] = (answers + 1, words + Words(answer.Text));
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
