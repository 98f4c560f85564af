namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// A text as its shingles: each five words in a row are one, by their hash. Case, punctuation and line ends do not count. Texts that share shingles share
/// wordings (Broder, "On the resemblance and containment of documents", 1997).
/// </summary>
public static class Shingles
{
    /// <summary>Words in a shingle.</summary>
    public const int Words = 5;

    /// <summary>Texts with fewer shingles than this are too short to be the same by more than chance: 20 words.</summary>
    public const int Fewest = 16;

    private const ulong Prime = 0x100000001B3;
    private const ulong Basis = 0xCBF29CE484222325;

    /// <summary>The hashes of a text's shingles, in order; a shingle that is there twice comes twice.</summary>
    public static List<ulong> Of(string text)
    {
        var shingles = new List<ulong>(Math.Max(4, text.Length / 6));
        Span<ulong> last = stackalloc ulong[Words];
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                continue;
            }

            last[words++ % Words] = ReadWord(text, ref at);
            if (words >= Words)
            {
                shingles.Add(Join(last, words % Words));
            }
        }

        return shingles;
    }

    /// <summary>FNV-1a over the letters and digits of a word, in lower case; apostrophes are no end.</summary>
    private static ulong ReadWord(string text, ref int at)
    {
        var hash = Basis;
        for (; at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '\'' or '\u2019'); at++)
        {
            if (text[at] is not ('\'' or '\u2019'))
            {
                hash = (hash ^ char.ToLowerInvariant(text[at])) * Prime;
            }
        }

        return hash;
    }

    private static ulong Join(ReadOnlySpan<ulong> words, int first)
    {
        var hash = Basis;
        for (var word = 0; word < Words; word++)
        {
            hash = Mix(hash ^ words[(first + word) % Words]) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>The finalizer of MurmurHash3: each bit depends on each.</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
