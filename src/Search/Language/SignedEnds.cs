using System.Buffers;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Language;

/// <summary>
/// Words that a sign at their end tells from others: <c>C++</c>, <c>C#</c>, <c>LGBTQ+</c>. The terms of an index have no such signs, so a
/// column of it has these words.
/// </summary>
internal static class SignedEnds
{
    /// <summary>The name of the column.</summary>
    public const string Column = "#signs";

    private const int LongestWord = 16;
    private const int MostSigns = 2;

    private static readonly SearchValues<char> Signs = SearchValues.Create("+#");

    /// <summary>How many signs stand at a place, where they belong to the letter or digit before; else 0.</summary>
    public static int SignsAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && Signs.Contains(text[end]))
        {
            end++;
        }

        var parted = end == text.Length || !char.IsLetterOrDigit(text[end]);
        return at > 0 && char.IsLetterOrDigit(text[at - 1]) && parted && end - at <= MostSigns ? end - at : 0;
    }

    /// <summary>Such a word as the column has it, where a text is one; else <see langword="null"/>.</summary>
    public static string? Of(string word, TermNormalizer normalizer)
    {
        var end = word.AsSpan().TrimEnd("+#").Length;
        return end > 0 && end < word.Length && SignsAt(word, end) > 0 ? normalizer.Fold(word.AsSpan(0, end)) + word[end..] : null;
    }

    /// <summary>Those of a proposal, each once.</summary>
    public static IEnumerable<string> In(Proposal proposal, TermNormalizer normalizer)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Read(proposal.Title, normalizer, found);
        Read(proposal.Summary, normalizer, found);
        Read(proposal.Organization, normalizer, found);
        foreach (var answer in proposal.Answers)
        {
            Read(answer.Text, normalizer, found);
        }

        return found;
    }

    private static void Read(ReadOnlySpan<char> text, TermNormalizer normalizer, HashSet<string> found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(Signs);
            if (next < 0)
            {
                return;
            }

            at += next;
            if (SignsAt(text, at) is > 0 and var signs && StartOf(text, at) is var start && at - start <= LongestWord)
            {
                found.Add(normalizer.Fold(text[start..at]) + text.Slice(at, signs).ToString());
                at += signs;
            }
        }
    }

    private static int StartOf(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
