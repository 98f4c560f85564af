using System.Buffers.Binary;

namespace ProposalSearch.Engine.Documents;

/// <summary>Numbers of 1, 2 or 4 bytes each, read in place.</summary>
internal readonly ref struct PackedColumn(ReadOnlySpan<byte> bytes, int width)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The number at a place.</summary>
    public uint this[int index] => width switch
    {
        1 => _bytes[index],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[(2 * index)..]),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(4 * index)..]),
    };
}
