using System.Buffers;
using System.Text;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Collects the ids of a segment and writes them sorted, so that a document is found by its id (<see cref="IdsReader"/>). Memory: the ids in
/// UTF-8 and 12 bytes each. Not thread-safe.
/// </summary>
public sealed class IdsWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<(int Start, int Length, int Document)> _ids = [];

    /// <summary>Ids added.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds an id. The order does not matter.</summary>
    public void Add(string id, int document)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(document);
        var start = _bytes.WrittenCount;
        _ids.Add((start, (int)Encoding.UTF8.GetBytes(id, _bytes), document));
    }

    /// <summary>Adds an id in UTF-8, as another segment has it.</summary>
    public void Add(ReadOnlySpan<byte> id, int document)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(document);
        _ids.Add((_bytes.WrittenCount, id.Length, document));
        _bytes.Write(id);
    }

    /// <summary>Writes the content of the file.</summary>
    /// <exception cref="InvalidOperationException">An id was added twice: which document it means would be chance.</exception>
    public void Write(FileWriter writer)
    {
        var sorted = _ids.ToArray();
        Array.Sort(sorted, (a, b) => Utf8(a).SequenceCompareTo(Utf8(b)));
        var (entries, blocks) = (new ArrayBufferWriter<byte>(), new List<uint>());
        for (var i = 0; i < sorted.Length; i++)
        {
            var first = i % IdsReader.BlockIds == 0;
            var previous = i == 0 ? [] : Utf8(sorted[i - 1]);
            var id = Utf8(sorted[i]);
            if (i > 0 && id.SequenceEqual(previous))
            {
                throw new InvalidOperationException(
                    $"The id '{Encoding.UTF8.GetString(id)}' was added twice, for the documents {sorted[i - 1].Document} and {sorted[i].Document}.");
            }

            if (first)
            {
                blocks.Add((uint)entries.WrittenCount);
            }

            WriteEntry(entries, first ? 0 : id.CommonPrefixLength(previous), id, sorted[i].Document);
        }

        writer.WriteInt32(sorted.Length);
        writer.WriteInt32(blocks.Count);
        blocks.ForEach(writer.WriteUInt32);
        writer.Write(entries.WrittenSpan);
    }

    private static void WriteEntry(ArrayBufferWriter<byte> entries, int shared, ReadOnlySpan<byte> id, int document)
    {
        WriteVarInt(entries, shared);
        WriteVarInt(entries, id.Length - shared);
        entries.Write(id[shared..]);
        WriteVarInt(entries, document);
    }

    private static void WriteVarInt(ArrayBufferWriter<byte> entries, int value)
    {
        var span = entries.GetSpan(5);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        entries.Advance(length);
    }

    private ReadOnlySpan<byte> Utf8((int Start, int Length, int Document) id) => _bytes.WrittenSpan.Slice(id.Start, id.Length);
}
