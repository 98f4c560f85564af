using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Search.Spelling;

/// <summary>The words of a phrase in their exact form, where a star that stands by itself is a place that any word may have.</summary>
internal static class PhraseWords
{
    /// <summary>Whether a phrase has such a star.</summary>
    public static bool HasGap(string phrase) => phrase.Split(' ').Contains("*");

    /// <summary>The words, with their places.</summary>
    public static List<Token> Of(string phrase, TermNormalizer normalizer)
    {
        var tokens = Analyzer.Exact(phrase, normalizer);
        if (!HasGap(phrase))
        {
            return tokens;
        }

        return tokens.ConvertAll(token => token with { Position = token.Position + Gaps(phrase.AsSpan(0, token.Start)) });
    }

    private static int Gaps(ReadOnlySpan<char> before)
    {
        var gaps = 0;
        for (var at = 0; at < before.Length; at++)
        {
            gaps += before[at] == '*' && (at == 0 || before[at - 1] == ' ') && (at + 1 == before.Length || before[at + 1] == ' ') ? 1 : 0;
        }

        return gaps;
    }
}
