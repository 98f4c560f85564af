using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ProposalSearch.Foundation.Bytes;

/// <summary>
/// Writes numbers, texts and lists one after the other, for <see cref="ByteReader"/>. A count is a <see cref="VarInt"/>; a text is the
/// count of its bytes and then UTF-8, in which half of a surrogate pair becomes U+FFFD; a list is its count and then its items; the
/// rest is little-endian. Not thread-safe.
/// </summary>
/// <remarks>
/// <code>
/// Count(300)   AC 02
/// Text("né")   03 6E C3 A9
/// Int64(-2)    FE FF FF FF FF FF FF FF
/// </code>
/// </remarks>
public sealed class ByteWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>All that was written, in place: it holds until more is written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>All that was written, as a copy.</summary>
    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    /// <summary>Writes one byte.</summary>
    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    /// <summary>Writes 1 or 0.</summary>
    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>Writes bytes as they are, without their count.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>Writes a number that is mostly small, in 1 to 5 bytes. A negative one takes 5.</summary>
    public void Count(int value) => _bytes.Advance(VarInt.Write(_bytes.GetSpan(VarInt.MaximumBytes32), (uint)value));

    /// <summary>Writes 2 bytes.</summary>
    public void UInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.GetSpan(sizeof(ushort)), value);
        _bytes.Advance(sizeof(ushort));
    }

    /// <summary>Writes 8 bytes.</summary>
    public void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    /// <summary>Writes numbers as they lie in memory, for a reader that takes them in place.</summary>
    public void Values<T>(ReadOnlySpan<T> values)
        where T : unmanaged => _bytes.Write(MemoryMarshal.AsBytes(values));

    /// <summary>Writes zeros up to a multiple of so many bytes.</summary>
    public void Align(int bytes)
    {
        var missing = (bytes - (_bytes.WrittenCount % bytes)) % bytes;
        _bytes.GetSpan(missing)[..missing].Clear();
        _bytes.Advance(missing);
    }

    /// <summary>Writes a text.</summary>
    public void Text(string text)
    {
        Count(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    /// <summary>Writes a list, item by item.</summary>
    public void List<T>(IReadOnlyCollection<T> items, Action<ByteWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        Count(items.Count);
        foreach (var item in items)
        {
            write(this, item);
        }
    }
}
