namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// Sixteen numbers that stand for the shingles of an answer: as many of them agree, in proportion, as two answers have of all their
/// shingles in common, give or take an eighth. One permutation hashing (Li, Owen, Zhang, 2012): the shingles fall into sixteen bins, of
/// each of which the least counts; an empty bin takes that of the next one (Shrivastava, Li, "Densifying one permutation hashing via
/// rotation", 2014).
/// </summary>
internal static class AnswerSketch
{
    public const int Bins = 16;

    private const int BinShift = 60;
    private const uint Empty = uint.MaxValue;

    /// <summary>The sketch of an answer, or <see langword="null"/> where it is too short to have one.</summary>
    public static uint[]? Of(string text)
    {
        if (text.Length < 2 * Shingles.Fewest || Shingles.Of(text) is not { Count: >= Shingles.Fewest } shingles)
        {
            return null;
        }

        var least = new uint[Bins];
        Array.Fill(least, Empty);
        foreach (var shingle in shingles)
        {
            ref var bin = ref least[shingle >> BinShift];
            bin = Math.Min(bin, (uint)(shingle >> 20));
        }

        return Dense(least);
    }

    private static uint[] Dense(uint[] least)
    {
        var dense = new uint[Bins];
        for (var bin = 0; bin < Bins; bin++)
        {
            var distance = 0u;
            while (least[(bin + distance) % Bins] == Empty && distance < Bins)
            {
                distance++;
            }

            dense[bin] = least[(bin + distance) % Bins] + (distance * 0x9E3779B1);
        }

        return dense;
    }

    /// <summary>In how many of the bins two sketches agree.</summary>
    public static int Agreement(uint[] left, uint[] right)
    {
        var same = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            same += left[bin] == right[bin] ? 1 : 0;
        }

        return same;
    }
}
