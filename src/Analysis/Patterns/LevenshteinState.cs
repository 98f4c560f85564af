namespace ProposalSearch.Analysis.Patterns;

/// <summary>
/// Where a word may stand in the term after the letters read so far, and at how many edits: a set of positions, as bits. All positions
/// lie within five of each other, so a set is a base (the least position) and, for each number of edits, a byte of positions from the
/// base on. `Pending` are the positions of which the second letter has been read and the first is due: half a transposition.
/// <code>
/// bits   63 … 40   39 … 32    31 … 24    23 … 16     15 … 8     7 … 0
///        base      pending 2  pending 1  at 2 edits  at 1 edit  at 0 edits
/// </code>
/// After Schulz and Mihov, "Fast string correction with Levenshtein automata", IJDAR 5(1), 2002; positions that another makes
/// superfluous are dropped, so that equal futures are mostly equal sets.
/// </summary>
public readonly record struct LevenshteinState(ulong Bits)
{
    /// <summary>The longest term, in code points.</summary>
    public const int MaxTerm = (1 << 24) - 16;

    /// <summary>No position: no word that starts so is near.</summary>
    public static readonly LevenshteinState Dead = new(0);

    /// <summary>At the start of the term, without edits.</summary>
    public static readonly LevenshteinState Start = new(1);

    /// <summary>The least position.</summary>
    public int Base => (int)(Bits >> 40);

    /// <summary>The fewest edits if the word ended here, in a term of this many code points; a great number when it cannot.</summary>
    public int Distance(int termLength, int maxEdits)
    {
        var fewest = int.MaxValue;
        for (var edits = 0; edits <= maxEdits; edits++)
        {
            var positions = At(edits);
            if (positions != 0)
            {
                fewest = Math.Min(fewest, edits + termLength - Base - int.Log2(positions));
            }
        }

        return fewest <= maxEdits ? fewest : int.MaxValue;
    }

    /// <summary>The state after one more letter.</summary>
    /// <param name="same">Bit k: whether the letter is that of the term at <see cref="Base"/> + k. 0 past the end of the term.</param>
    /// <param name="inside">Bit k: whether the term goes on at <see cref="Base"/> + k.</param>
    /// <param name="free">Bit k: whether edits are allowed at <see cref="Base"/> + k, behind the prefix.</param>
    /// <param name="maxEdits">0 to 2.</param>
    /// <param name="transpositions">Whether two letters in each other's place count as one edit.</param>
    public LevenshteinState Next(int same, int inside, int free, int maxEdits, bool transpositions)
    {
        Span<int> at = stackalloc int[3];
        Span<int> pending = stackalloc int[3];
        at.Clear();
        pending.Clear();
        for (var edits = 0; edits <= maxEdits; edits++)
        {
            at[edits] |= (At(edits) & same) << 1;
            at[edits] |= (Pending(edits) & same) << 2;
            var open = At(edits) & free;
            if (edits < maxEdits)
            {
                at[edits + 1] |= open | ((open & inside) << 1);     // a letter too many, a letter wrong
                pending[edits + 1] = transpositions ? open & (same >> 1) : 0;
            }

            for (var missing = 1; missing <= maxEdits - edits; missing++)
            {
                at[edits + missing] |= ((open << missing) & same) << 1;
            }
        }

        at[1] &= ~Around(at[0]);
        at[2] &= ~(Around(Around(at[0])) | Around(at[1]));
        return Pack(at, pending);
    }

    private static int Around(int positions) => positions | (positions << 1) | (positions >> 1);

    private LevenshteinState Pack(ReadOnlySpan<int> at, ReadOnlySpan<int> pending)
    {
        var all = at[0] | at[1] | at[2] | pending[1] | pending[2];
        if (all == 0)
        {
            return Dead;
        }

        var shift = int.TrailingZeroCount(all);
        var bits = (ulong)(Base + shift) << 40;
        bits |= (uint)(at[0] >> shift) | ((uint)(at[1] >> shift) << 8) | ((uint)(at[2] >> shift) << 16);
        bits |= ((ulong)(uint)(pending[1] >> shift) << 24) | ((ulong)(uint)(pending[2] >> shift) << 32);
        return new LevenshteinState(bits);
    }

    private int At(int edits) => (byte)(Bits >> (8 * edits));

    private int Pending(int edits) => edits == 0 ? 0 : (byte)(Bits >> (16 + (8 * edits)));
}
