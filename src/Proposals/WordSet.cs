using System.Collections.Frozen;

namespace ProposalSearch.Proposals;

/// <summary>Sets of words that are written out in the code.</summary>
internal static class WordSet
{
    private static readonly char[] Whitespace = [' ', '\n', '\r'];

    /// <summary>The words that stand in a text between blanks and line ends.</summary>
    public static FrozenSet<string> Of(string words) => Of(words, StringComparer.Ordinal);

    /// <summary>The same without regard to case.</summary>
    public static FrozenSet<string> IgnoringCase(string words) => Of(words, StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string> Of(string words, StringComparer comparer)
        => words.Split(Whitespace, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(comparer);
}
