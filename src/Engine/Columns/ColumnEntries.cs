using System.Numerics;
using System.Runtime.InteropServices;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>The parts of a column of lists, as they are in its file.</summary>
internal readonly ref struct ColumnEntries
{
    private const int BlockDocuments = OrdinalColumnFormat.BlockDocuments;

    private readonly ReadOnlySpan<byte> _ordinals;
    private readonly ReadOnlySpan<int> _blocks;
    private readonly ReadOnlySpan<byte> _ends;
    private readonly int _endWidth;

    public ColumnEntries(OpenedFile file, OrdinalColumnFormat format)
    {
        _ordinals = file.Slice(format.OrdinalsAt, checked(format.Entries * format.OrdinalWidth));
        _blocks = file.Slice<int>(format.BlocksAt, OrdinalColumnFormat.Blocks(format.Documents) + 1);
        _ends = file.Slice(format.EndsAt, checked(format.Documents * format.EndWidth));
        _endWidth = format.EndWidth;
    }

    /// <summary>All ordinals, by document; <typeparamref name="T"/> is as wide as the format says.</summary>
    public ReadOnlySpan<T> Ordinals<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(_ordinals);

    /// <summary>Which ordinals are a document's.</summary>
    public (int Start, int End) RangeOf(int document)
    {
        var block = _blocks[document / BlockDocuments];
        var start = document % BlockDocuments == 0 ? 0 : End(document - 1);
        return (block + start, block + End(document));
    }

    /// <summary>Where the ordinals of each document of a block begin, and at last where those of the last one end.</summary>
    public ReadOnlySpan<int> BoundsOf(int block, Span<int> bounds)
    {
        var ends = _ends[(block * BlockDocuments * _endWidth)..];
        ends = ends[..Math.Min(ends.Length, BlockDocuments * _endWidth)];
        bounds = bounds[..((ends.Length / _endWidth) + 1)];
        bounds[0] = _blocks[block];
        switch (_endWidth)
        {
            case 1:
                Add(ends, bounds);
                break;
            case 2:
                Add(MemoryMarshal.Cast<byte, ushort>(ends), bounds);
                break;
            default:
                Add(MemoryMarshal.Cast<byte, int>(ends), bounds);
                break;
        }

        return bounds;
    }

    private static void Add<T>(ReadOnlySpan<T> ends, Span<int> bounds)
        where T : unmanaged, IBinaryInteger<T>
    {
        var start = bounds[0];
        var rest = bounds[1..];
        for (var i = 0; i < ends.Length && i < rest.Length; i++)
        {
            rest[i] = start + int.CreateTruncating(ends[i]);
        }
    }

    private int End(int document) => _endWidth switch
    {
        1 => _ends[document],
        2 => MemoryMarshal.Read<ushort>(_ends[(2 * document)..]),
        _ => MemoryMarshal.Read<int>(_ends[(4 * document)..]),
    };
}
