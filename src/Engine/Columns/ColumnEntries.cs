using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>The mapped parts of a column whose documents may have several values.</summary>
internal readonly ref struct ColumnEntries
{
    private readonly ReadOnlySpan<byte> _ordinals;
    private readonly ReadOnlySpan<int> _blocks;
    private readonly ReadOnlySpan<byte> _ends;
    private readonly int _endWidth;

    public ColumnEntries(MappedFile file, OrdinalColumnFormat format)
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Start, int End) RangeOf(int document)
    {
        var block = _blocks[document / OrdinalColumnFormat.BlockDocuments];
        var start = document % OrdinalColumnFormat.BlockDocuments == 0 ? 0 : End(document - 1);
        return (block + start, block + End(document));
    }

    private int End(int document) => _endWidth switch
    {
        1 => _ends[document],
        2 => MemoryMarshal.Read<ushort>(_ends[(2 * document)..]),
        _ => MemoryMarshal.Read<int>(_ends[(4 * document)..]),
    };
}
