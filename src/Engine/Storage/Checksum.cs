using System.Buffers.Binary;
using System.Numerics;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// The 64-bit checksum of a file: two CRC-32C side by side. The bytes are read as 8-byte words; the first, third, ... word goes to the low
/// half, the second, fourth, ... to the high half, each starting from all ones; a last block of under 16 bytes is filled up with zeros.
/// </summary>
/// <remarks>
/// A CRC of 32 bits notices every change confined to 32 bits in a row, so one flipped byte anywhere is always found, not only probably: it
/// lies in one word of one half. Zeros added or lost at the end are noticed by the length, which the file's footer adds as the last block.
/// Two halves because one would wait for itself: the instruction takes three cycles but can start every cycle.
/// </remarks>
internal struct Checksum
{
    /// <summary>Bytes that are taken at a time.</summary>
    public const int BlockBytes = 16;

    private uint _low;
    private uint _high;

    private Checksum(uint start) => (_low, _high) = (start, start);

    /// <summary>The checksum of nothing yet.</summary>
    public static Checksum Start() => new(uint.MaxValue);

    /// <summary>The checksum of what was added so far.</summary>
    public readonly ulong Value => (ulong)_high << 32 | _low;

    /// <summary>
    /// Adds bytes. Only the last call before <see cref="Value"/> may bring a number that is no multiple of <see
    /// cref="BlockBytes"/>.
    /// </summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (low, high) = (_low, _high);
        while (bytes.Length >= BlockBytes)
        {
            low = BitOperations.Crc32C(low, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            high = BitOperations.Crc32C(high, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
            bytes = bytes[BlockBytes..];
        }

        (_low, _high) = (low, high);
        if (!bytes.IsEmpty)
        {
            Span<byte> last = stackalloc byte[BlockBytes];
            last.Clear();
            bytes.CopyTo(last);
            Add(last);
        }
    }

    /// <summary>Adds a number as a block of its own.</summary>
    public void AddLength(long length)
    {
        Span<byte> block = stackalloc byte[BlockBytes];
        block.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(block, length);
        Add(block);
    }
}
