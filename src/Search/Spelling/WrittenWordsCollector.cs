using System.Collections.Frozen;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Analysis.Text;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Spelling;

/// <summary>
/// Collects the words with signs within them while an index is built. The same proposals in the same order give the same bytes.
/// </summary>
internal sealed class WrittenWordsCollector(AnalysisOptions analysis)
{
    /// <summary>How many words are kept: as long as an archive has so few, all are.</summary>
    public const int Most = 200_000;

    private readonly TermNormalizer _normalizer = new(analysis);
    private readonly FrozenSet<string> _functionWords = FunctionWords.Of(analysis.Language);
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);

    /// <summary>Takes the texts of a proposal in.</summary>
    public void Add(Proposal proposal)
    {
        Read(proposal.Title);
        Read(proposal.Summary);
        Read(proposal.Organization);
        foreach (var answer in proposal.Answers)
        {
            Read(answer.Text);
        }
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _terms.Count == 0;

    /// <summary>The blob.</summary>
    public IndexBlob Complete() => new(WrittenWords.BlobName, WrittenWords.Write(_terms));

    /// <summary>The blob of these words and of those that an index has; <see langword="null"/> where it has them all.</summary>
    /// <param name="known">The blob of the index, if there is one.</param>
    /// <exception cref="UnreadableBytesException">It is something else.</exception>
    public IndexBlob? CompleteWith(byte[]? known)
    {
        var all = WrittenWords.ReadTerms(known).ToHashSet(StringComparer.Ordinal);
        var before = all.Count;
        all.UnionWith(_terms);
        return all.Count == before ? null : new IndexBlob(WrittenWords.BlobName, WrittenWords.Write(all));
    }

    private void Read(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var sign = text[at..].IndexOfAny(SignedWord.Signs);
            if (sign < 0)
            {
                return;
            }

            sign += at;
            at = sign > 0 && sign + 1 < text.Length && char.IsLetterOrDigit(text[sign - 1]) && char.IsLetterOrDigit(text[sign + 1])
                ? Take(text, sign)
                : sign + 1;
        }
    }

    /// <summary>The words of the stretch without blanks around a sign; returns where it ends.</summary>
    private int Take(ReadOnlySpan<char> text, int sign)
    {
        var start = sign;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && sign - start < WordEnumerator.MaxLength)
        {
            start--;
        }

        var end = sign;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && end - sign < WordEnumerator.MaxLength)
        {
            end++;
        }

        var words = new WordEnumerator(text[start..end]);
        while (words.MoveNext())
        {
            var word = text.Slice(start + words.Start, words.Length);
            if (word.IndexOfAny(SignedWord.Signs) > 0 && _terms.Count < Most)
            {
                Keep(_normalizer.Fold(word));
            }
        }

        return end;
    }

    private void Keep(string term)
    {
        if (SignedWord.Joined(term) is not null || SignedWord.Within(term, _functionWords).Any())
        {
            _terms.Add(term);
        }
    }
}
