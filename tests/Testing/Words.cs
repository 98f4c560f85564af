using System.Text;

namespace ProposalSearch.Testing;

/// <summary>Random words that have much in common with one another, and their order in an index.</summary>
public static class Words
{
    private static readonly string[] Letters = ["a", "b", "c", "ab", "é", "ß", "日", "ﬁ", "😀", "𝒳", "\uE000", "\uFFFD"];

    /// <summary>A word of up to <paramref name="longest"/> letters of a few kinds.</summary>
    public static string Next(Random random, int longest, int kinds = 12)
    {
        var word = new StringBuilder();
        for (var length = random.Next(1, longest + 1); length > 0; length--)
        {
            word.Append(Letters[random.Next(kinds)]);
        }

        return word.ToString();
    }

    /// <summary>Distinct words in the order of their UTF-8 bytes.</summary>
    public static string[] Sorted(Random random, int count, int longest, int kinds = 12)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 0; words.Count < count && tries < 100 * count; tries++)
        {
            words.Add(Next(random, longest, kinds));
        }

        return [.. words.OrderBy(word => word, Utf8Order.Instance)];
    }

    /// <summary>UTF-8.</summary>
    public static byte[] Bytes(string word) => Encoding.UTF8.GetBytes(word);

    /// <summary>The order of UTF-8 bytes.</summary>
    public sealed class Utf8Order : IComparer<string>
    {
        public static Utf8Order Instance { get; } = new();

        public int Compare(string? x, string? y) => Bytes(x!).AsSpan().SequenceCompareTo(Bytes(y!));
    }
}
