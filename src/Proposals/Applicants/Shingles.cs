using ProposalSearch.Analysis.Forms;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// A text as its shingles: each five words in a row are one, by their hash. Case, punctuation and line ends do not count. Texts that share
/// shingles share wordings (Broder, "On the resemblance and containment of documents", 1997).
/// </summary>
public static class Shingles
{
    /// <summary>Words in a shingle.</summary>
    public const int Words = 5;

    /// <summary>Texts with fewer shingles than this are too short to be the same by more than chance: 20 words.</summary>
    public const int Fewest = 16;

    /// <summary>The hashes of a text's shingles, in order; a shingle that is there twice comes twice.</summary>
    public static List<ulong> Of(string text)
    {
        var shingles = new List<ulong>(Math.Max(4, text.Length / 6));
        Span<ulong> last = stackalloc ulong[Words];
        var words = 0;
        var all = new PlainWords(text, keepsApostrophes: true);
        while (all.MoveNext())
        {
            last[words++ % Words] = Hash(all.Word);
            if (words >= Words)
            {
                shingles.Add(Join(last, words % Words));
            }
        }

        return shingles;
    }

    /// <summary>The hash of a word in lower case, without its apostrophes.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Fnv1a.Start;
        foreach (var unit in word)
        {
            hash = PlainWords.IsApostrophe(unit) ? hash : Fnv1a.Add(hash, char.ToLowerInvariant(unit));
        }

        return hash;
    }

    private static ulong Join(ReadOnlySpan<ulong> words, int first)
    {
        var hash = Fnv1a.Start;
        for (var word = 0; word < Words; word++)
        {
            hash = Fnv1a.Mix(hash ^ words[(first + word) % Words]) * Fnv1a.Prime;
        }

        return Fnv1a.Mix(hash);
    }
}
