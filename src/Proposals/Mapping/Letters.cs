using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// Texts compared by their letters and digits alone, without regard to case: two answers that differ in line ends, spaces or
/// bullets are the same answer.
/// </summary>
internal static class Letters
{
    private const int DigestedLetters = 32;

    /// <summary>Whether a text has at least so many.</summary>
    public static bool AreAtLeast(string text, int count) => Of(text).Take(count).Count() == count;

    /// <summary>A digest of the first of them: equal letters have equal digests.</summary>
    public static ulong Digest(string text)
        => Of(text).Take(DigestedLetters).Aggregate(Fnv1a.Start, static (digest, letter) => Fnv1a.Add(digest, letter));

    /// <summary>Whether two texts have the same letters and digits in the same order.</summary>
    public static bool Same(string left, string right) => Of(left).SequenceEqual(Of(right));

    /// <summary>Whether a text has the letters and digits of another in a row.</summary>
    public static bool Contain(string text, string other)
        => string.Concat(Of(text)).Contains(string.Concat(Of(other)), StringComparison.Ordinal);

    private static IEnumerable<char> Of(string text) => text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);
}
