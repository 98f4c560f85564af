using System.Buffers.Binary;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Makes text about half as long, in such a way that reading can begin at any code: each code is one byte and stands for a symbol of 1 to 8
/// bytes from a fixed table of at most 255, wherever it is; <see cref="Escape"/> announces a byte that is in no symbol. The
/// idea is that of "FSST: Fast Random Access String Compression" (Boncz, Neumann, Leis, VLDB 2020). Immutable, so thread-safe.
/// </summary>
/// <remarks>
/// The table as it is written:
/// <code>
/// byte   number of symbols
/// byte   length of each symbol
/// bytes  of all symbols
/// </code>
/// Example: with the symbols 0 = "the " and 1 = "o", the table is <c>02  04 01  74 68 65 20  6F</c>, and "the fox" becomes
/// <c>00  FF 66  01  FF 78</c>.
/// </remarks>
internal sealed class TextCodec
{
    /// <summary>The code before a byte that stands for itself.</summary>
    public const byte Escape = 255;

    /// <summary>Encoded, a text is at most so many times as long.</summary>
    public const int MaxExpansion = 2;

    /// <summary>Room that <see cref="Decode"/> needs beyond the bytes that it yields.</summary>
    public const int DecodeSlack = Symbol.MaxLength - 1;

    private readonly byte[] _table;
    private readonly ulong[] _bytes = new ulong[256];
    private readonly byte[] _lengths = new byte[256];
    private readonly SymbolLookup _lookup;

    private TextCodec(ReadOnlySpan<Symbol> symbols)
    {
        _table = WriteTable(symbols);
        _lookup = new SymbolLookup(symbols);
        for (var code = 0; code < symbols.Length; code++)
        {
            _bytes[code] = symbols[code].Bytes;
            _lengths[code] = (byte)symbols[code].Length;
        }
    }

    /// <summary>The table as it is written to a file. Codecs with the same table read each other's codes.</summary>
    public ReadOnlySpan<byte> Table => _table;

    /// <summary>Finds the symbols that shorten a text most.</summary>
    /// <param name="sample">UTF-8 text like that which will be encoded; from 100 kB on, more hardly helps.</param>
    public static TextCodec Train(ReadOnlySpan<byte> sample) => new(SymbolTrainer.Train(sample));

    /// <summary>Reads a table.</summary>
    /// <param name="table">What <see cref="Table"/> was.</param>
    /// <exception cref="FormatException">No codec has this table.</exception>
    public static TextCodec Read(ReadOnlySpan<byte> table) => new(ReadTable(table));

    /// <summary>Encodes UTF-8 text, or any other bytes, which then may get longer.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="destination">At least <see cref="MaxExpansion"/> times as long.</param>
    /// <returns>Bytes written.</returns>
    public int Encode(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var (read, written) = (0, 0);
        while (text.Length - read >= Symbol.MaxLength)
        {
            var next = BinaryPrimitives.ReadUInt64LittleEndian(text[read..]);
            read += Put(_lookup.Find(next), next, destination, ref written);
        }

        while (read < text.Length)
        {
            var next = Symbol.Read(text[read..]).Bytes;
            read += Put(_lookup.Find(next, text.Length - read), next, destination, ref written);
        }

        return written;
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote, from any code on.</summary>
    /// <param name="codes">Whole codes.</param>
    /// <param name="destination">Longer than the text by <see cref="DecodeSlack"/>; bytes after the text may be overwritten.</param>
    /// <returns>Bytes of text.</returns>
    /// <exception cref="FormatException">The codes yield more than fits, so they are damaged.</exception>
    public int Decode(ReadOnlySpan<byte> codes, Span<byte> destination)
    {
        var written = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            if (destination.Length - written < Symbol.MaxLength)
            {
                throw new FormatException("encoded text is longer than it can be");
            }

            var code = codes[i];
            var (bytes, length) = (_bytes[code], (int)_lengths[code]);
            if (code == Escape)
            {
                i++;
                (bytes, length) = (i < codes.Length ? codes[i] : 0UL, 1);
            }

            BinaryPrimitives.WriteUInt64LittleEndian(destination[written..], bytes);
            written += length;
        }

        return written;
    }

    private static int Put(int found, ulong next, Span<byte> destination, ref int written)
    {
        destination[written++] = (byte)found;
        if ((byte)found == Escape)
        {
            destination[written++] = (byte)next;
        }

        return found >> 8;
    }

    private static byte[] WriteTable(ReadOnlySpan<Symbol> symbols)
    {
        var bytes = new List<byte> { (byte)symbols.Length };
        foreach (var symbol in symbols)
        {
            bytes.Add((byte)symbol.Length);
        }

        Span<byte> buffer = stackalloc byte[Symbol.MaxLength];
        foreach (var symbol in symbols)
        {
            symbol.CopyTo(buffer);
            bytes.AddRange(buffer[..symbol.Length]);
        }

        return [.. bytes];
    }

    private static Symbol[] ReadTable(ReadOnlySpan<byte> table)
    {
        var count = table.IsEmpty ? 0 : table[0];
        var sum = 0;
        foreach (var length in table.Slice(Math.Min(1, table.Length), Math.Min(count, Math.Max(0, table.Length - 1))))
        {
            sum += length is >= 1 and <= Symbol.MaxLength ? length : throw new FormatException($"a symbol of {length} bytes");
        }

        if (table.Length != 1 + count + sum)
        {
            throw new FormatException($"a table of {table.Length} bytes where {1 + count + sum} were expected");
        }

        var symbols = new Symbol[count];
        var next = 1 + count;
        for (var i = 0; i < count; i++)
        {
            symbols[i] = Symbol.Read(table.Slice(next, table[1 + i]));
            next += table[1 + i];
        }

        return symbols;
    }
}
