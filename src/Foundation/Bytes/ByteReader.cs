using System.Buffers.Binary;
using System.Text;

namespace ProposalSearch.Foundation.Bytes;

/// <summary>
/// Reads what <see cref="ByteWriter"/> wrote, in the same order. Whatever the bytes are, nothing worse comes of it than an
/// <see cref="InvalidDataException"/>, which every method throws where the bytes end too early; and a list is never longer than
/// the bytes that are left.
/// </summary>
public ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Reads one item of a list.</summary>
    public delegate T ItemReader<T>(ref ByteReader reader);

    /// <summary>Whether all was read.</summary>
    public readonly bool AtEnd => _at == _bytes.Length;

    /// <summary>One byte.</summary>
    public byte Byte() => Bytes(1)[0];

    /// <summary>Whether the next byte is anything but 0.</summary>
    public bool Flag() => Byte() != 0;

    /// <summary>The next so many bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)(_bytes.Length - _at))
        {
            throw TooShort($"{(uint)count} more bytes", null);
        }

        var read = _bytes.Slice(_at, count);
        _at += count;
        return read;
    }

    /// <summary>A number that <see cref="ByteWriter.Count"/> wrote.</summary>
    public int Count()
    {
        try
        {
            return (int)VarInt.Read(_bytes, ref _at);
        }
        catch (IndexOutOfRangeException fault)
        {
            throw TooShort("the rest of a number", fault);
        }
    }

    /// <summary>A number of 2 bytes.</summary>
    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(sizeof(ushort)));

    /// <summary>A number of 8 bytes.</summary>
    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(sizeof(long)));

    /// <summary>A text. Bytes that are no UTF-8 become U+FFFD.</summary>
    public string Text() => Encoding.UTF8.GetString(Bytes(Count()));

    /// <summary>A list, item by item, each of which takes a byte or more.</summary>
    public T[] List<T>(ItemReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var items = new T[ListCount()];
        for (var item = 0; item < items.Length; item++)
        {
            items[item] = read(ref this);
        }

        return items;
    }

    /// <summary>The count of a list whose items are read by other means: a damaged one asks for no memory.</summary>
    public int ListCount()
    {
        var count = (uint)Count();
        return count <= _bytes.Length - _at ? (int)count : throw TooShort($"{count} items", null);
    }

    /// <summary>One of these, by the place that <see cref="ByteWriter.Count"/> wrote.</summary>
    public T OneOf<T>(IReadOnlyList<T> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var place = Count();
        return (uint)place < (uint)all.Count
            ? all[place]
            : throw new InvalidDataException($"The bytes are not as they were written: of {all.Count} things none has the place {place}.");
    }

    private readonly InvalidDataException TooShort(string what, Exception? inner) =>
        new($"The bytes are not as they were written: {what} should follow byte {_at}, and there are {_bytes.Length} bytes in all.", inner);
}
