using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Postings;

/// <summary>
/// Where a term stands in the documents of a stretch, in one ascending row of numbers (<see cref="RowKernel"/>), so that two terms can be
/// compared without regard to where one document ends and the next begins:
/// <code>
/// bits 31-20  document, counted from the first of the stretch: 4,096 at most
/// bits 19-0   position + 4,096
/// </code>
/// A key plus a distance of less than 4,096 either way therefore stays within its document. Positions that do not fit are
/// remembered as such (<see cref="Fit"/>), and then the keys are of no use. Reused from search to search; not thread-safe.
/// </summary>
internal sealed class PositionKeys
{
    private const int DocumentShift = RowKernel.DocumentShift;

    /// <summary>Places of a phrase are further apart than no distance of this or more.</summary>
    public const int DistanceLimit = 4096;

    private const int PositionLimit = (1 << DocumentShift) - 2 * DistanceLimit;
    private uint[] _keys = new uint[1024];
    private int _greatest;

    /// <summary>The keys, ascending.</summary>
    public ReadOnlySpan<uint> Keys => _keys.AsSpan(0, Count);

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether all positions added so far fit a key.</summary>
    public bool Fit => _greatest < PositionLimit;

    /// <summary>The position that a key stands for.</summary>
    public static int PositionOf(uint key) => (int)(key & RowKernel.RestMask) - DistanceLimit;

    /// <summary>The key of position 0 of a document.</summary>
    public static uint First(int document) => ((uint)document << DocumentShift) + DistanceLimit;

    /// <summary>Forgets all keys.</summary>
    public void Clear() => (Count, _greatest) = (0, 0);

    /// <summary>Room for more keys behind those that there are; what is written there counts once it is <see cref="Added"/>.</summary>
    public Span<uint> Room(int length)
    {
        if (_keys.Length - Count < length)
        {
            Array.Resize(ref _keys, Math.Max(_keys.Length * 2, Count + length));
        }

        return _keys.AsSpan(Count);
    }

    /// <summary>Says how many keys were written, and the greatest position among them.</summary>
    public void Added(int length, int greatest)
    {
        Count += length;
        _greatest = Math.Max(_greatest, greatest);
    }
}
