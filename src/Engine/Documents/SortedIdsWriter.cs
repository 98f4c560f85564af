using System.Buffers;
using System.Text;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Writes ids that come sorted, as <see cref="IdsReader"/> has them. Memory: what the file will have, for it begins with where its blocks
/// begin. Not thread-safe.
/// </summary>
internal sealed class SortedIdsWriter
{
    /// <summary>Bytes that an entry's three numbers take at most.</summary>
    private const int MostNumbers = 3 * VarInt.MaximumBytes32;

    private readonly ArrayBufferWriter<byte> _entries = new();
    private readonly List<uint> _blocks = [];
    private byte[] _last = new byte[64];
    private int _lastLength;
    private int _lastDocument;
    private int _count;

    /// <summary>Adds an id that sorts after the one before.</summary>
    /// <exception cref="InvalidOperationException">It is the one before: which document it means would be chance.</exception>
    /// <exception cref="NotSupportedException">There are more ids than one file holds.</exception>
    public void Add(ReadOnlySpan<byte> id, int document)
    {
        var last = _last.AsSpan(0, _lastLength);
        if (_count > 0 && id.SequenceEqual(last))
        {
            throw new InvalidOperationException(
                $"The id '{Encoding.UTF8.GetString(id)}' was added twice, for the documents {_lastDocument} and {document}.");
        }

        Growth.Check((long)_entries.WrittenCount + id.Length + MostNumbers);
        var first = _count % IdsReader.BlockIds == 0;
        if (first)
        {
            _blocks.Add((uint)_entries.WrittenCount);
        }

        WriteEntry(first ? 0 : id.CommonPrefixLength(last), id, document);
        Remember(id);
        _lastDocument = document;
        _count++;
    }

    /// <summary>Writes the content of the file.</summary>
    public void Write(FileWriter writer)
    {
        writer.WriteInt32(_count);
        writer.WriteInt32(_blocks.Count);
        _blocks.ForEach(writer.WriteUInt32);
        writer.Write(_entries.WrittenSpan);
    }

    private void WriteEntry(int shared, ReadOnlySpan<byte> id, int document)
    {
        WriteVarInt(shared);
        WriteVarInt(id.Length - shared);
        _entries.Write(id[shared..]);
        WriteVarInt(document);
    }

    private void WriteVarInt(int value)
    {
        var span = _entries.GetSpan(5);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        _entries.Advance(length);
    }

    private void Remember(ReadOnlySpan<byte> id)
    {
        if (_last.Length < id.Length)
        {
            _last = new byte[id.Length * 2];
        }

        id.CopyTo(_last);
        _lastLength = id.Length;
    }
}
