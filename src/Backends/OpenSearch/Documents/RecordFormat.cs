using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>
/// The bytes that are given back of a document, compressed by Brotli.
/// <code>
/// record  := length:varint brotli(content)          length of the content in bytes
/// content := id:text storedLength:varint stored values:varint value* sections:varint section*
/// value   := column:varint text
/// section := label:varint text
/// text    := (length * 2 + kind):varint bytes       kind 0: UTF-8, 1: UTF-16, for texts that UTF-8 has no bytes for
/// </code>
/// </summary>
internal static class RecordFormat
{
    /// <summary>Compresses to about a third, at some hundred megabytes a second.</summary>
    private const int Quality = 4;

    private const int Window = 22;

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="numberOf">The number of a column.</param>
    public static byte[] Write(IndexDocument document, Func<string, int> numberOf)
    {
        var content = new ArrayBufferWriter<byte>();
        WriteText(content, document.Id);
        WriteNumber(content, document.Stored.Length);
        content.Write(document.Stored.Span);
        WriteNumber(content, document.Values.Count);
        foreach (var (column, value) in document.Values)
        {
            WriteNumber(content, numberOf(column));
            WriteText(content, value);
        }

        WriteNumber(content, document.Sections.Count);
        foreach (var section in document.Sections)
        {
            WriteNumber(content, section.Label);
            WriteText(content, section.Text);
        }

        return Compress(content.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static DocumentRecord Read(ReadOnlySpan<byte> record)
    {
        byte[] content = Decompress(record);
        int at = 0;
        string id = ReadText(content, ref at);
        int storedLength = ReadNumber(content, ref at), storedAt = at;
        at += storedLength;
        var values = new (int Column, string Value)[ReadNumber(content, ref at)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (ReadNumber(content, ref at), ReadText(content, ref at));
        }

        var sections = new Section[ReadNumber(content, ref at)];
        for (int i = 0; i < sections.Length; i++)
        {
            sections[i] = new Section(ReadNumber(content, ref at), ReadText(content, ref at));
        }

        return new DocumentRecord(id, content.AsMemory(storedAt, storedLength), values, sections);
    }

    /// <summary>Compresses bytes, with their length before them.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> content)
    {
        byte[] room = new byte[VarInt.MaximumBytes32 + BrotliEncoder.GetMaxCompressedLength(content.Length)];
        int begin = VarInt.Write(room, (uint)content.Length);
        return BrotliEncoder.TryCompress(content, room.AsSpan(begin), out int written, Quality, Window)
            ? room[..(begin + written)]
            : throw new InvalidOperationException($"{content.Length} bytes could not be compressed into {room.Length}.");
    }

    /// <summary>Reads what <see cref="Compress"/> wrote.</summary>
    public static byte[] Decompress(ReadOnlySpan<byte> compressed)
    {
        int begin = 0;
        byte[] content = new byte[VarInt.Read(compressed, ref begin)];
        return BrotliDecoder.TryDecompress(compressed[begin..], content, out int written) && written == content.Length
            ? content
            : throw new InvalidDataException($"A record of {content.Length} bytes is not whole: {written} could be read.");
    }

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, int value) =>
        bytes.Advance(VarInt.Write(bytes.GetSpan(VarInt.MaximumBytes32), (uint)value));

    private static int ReadNumber(byte[] bytes, ref int at) => (int)VarInt.Read(bytes, ref at);

    private static void WriteText(ArrayBufferWriter<byte> bytes, string text)
    {
        bool isWide = !IsValid(text);
        byte[] encoded = isWide ? MemoryMarshal.AsBytes(text.AsSpan()).ToArray() : Encoding.UTF8.GetBytes(text);
        WriteNumber(bytes, (encoded.Length * 2) + (isWide ? 1 : 0));
        bytes.Write(encoded);
    }

    private static string ReadText(byte[] bytes, ref int at)
    {
        int head = ReadNumber(bytes, ref at), length = head / 2;
        var encoded = bytes.AsSpan(at, length);
        at += length;
        return head % 2 == 0 ? Encoding.UTF8.GetString(encoded)
            : new string(MemoryMarshal.Cast<byte, char>(encoded));
    }

    private static bool IsValid(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What is given back of a document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stored">The bytes that it was added with.</param>
/// <param name="Values">The values of its text columns, by the numbers of these.</param>
/// <param name="Sections">Its texts.</param>
internal sealed record DocumentRecord(string Id, ReadOnlyMemory<byte> Stored, (int Column, string Value)[] Values, Section[] Sections);
