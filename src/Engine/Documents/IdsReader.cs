using System.Text;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Documents;

/// <summary>Finds the document that has an id. Thread-safe, and valid as long as the file is held.</summary>
/// <remarks>
/// Ids are sorted by their UTF-8 bytes and share beginnings with the one before, in blocks of <see cref="BlockIds"/> whose first shares
/// nothing.
/// <code>
/// int32   ids
/// int32   blocks
/// uint32  for each block: where it begins, counted from the first entry
/// entries varint bytes shared with the id before (0 for the first of a block), varint bytes that follow, these bytes, varint document
/// </code>
/// Example: "ab" is document 1 and "ac" document 0:
/// <code>
///  0  02 00 00 00  01 00 00 00  00 00 00 00   2 ids, 1 block, which begins at 0
/// 12  00 02 61 62 01   01 01 63 00            "ab" 1, then "c" after one shared byte, 0
/// </code>
/// </remarks>
internal sealed class IdsReader
{
    internal const int BlockIds = 16;

    private const int HeaderBytes = 8;

    private readonly OpenedFile _file;
    private readonly int _blocks;
    private readonly long _entriesAt;

    /// <summary>Opens a file, which the caller holds.</summary>
    public IdsReader(OpenedFile file)
    {
        var header = file.Slice<int>(0, 2);
        _file = file;
        Count = header[0];
        _blocks = header[1];
        _entriesAt = HeaderBytes + (4L * _blocks);
    }

    /// <summary>Ids.</summary>
    public int Count { get; }

    /// <summary>Finds a document.</summary>
    /// <param name="id">The whole id; case matters.</param>
    /// <param name="document">The document, or -1.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(string id, out int document) => TryFind(Encoding.UTF8.GetBytes(id), out document);

    /// <summary>Finds a document by its id in UTF-8.</summary>
    public bool TryFind(ReadOnlySpan<byte> id, out int document)
    {
        var (low, high) = (0, _blocks);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (FirstOf(middle).SequenceCompareTo(id) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        document = low == 0 ? -1 : FindInBlock(low - 1, id);
        return document >= 0;
    }

    // What an entry shares with the one before decides most comparisons without looking at its bytes: "matched" counts the bytes that the
    // last entry, which is before the id, has in common with it.
    private int FindInBlock(int block, ReadOnlySpan<byte> id)
    {
        var reader = new RecordReader(Block(block));
        var matched = 0;
        for (var left = Math.Min(BlockIds, Count - (block * BlockIds)); left > 0; left--)
        {
            var shared = reader.VarInt();
            var rest = reader.Bytes(reader.VarInt());
            var document = reader.VarInt();
            if (shared < matched)
            {
                return -1;
            }

            if (shared == matched)
            {
                var order = rest.SequenceCompareTo(id[matched..]);
                if (order >= 0)
                {
                    return order == 0 ? document : -1;
                }

                matched += rest.CommonPrefixLength(id[matched..]);
            }
        }

        return -1;
    }

    private ReadOnlySpan<byte> FirstOf(int block)
    {
        var reader = new RecordReader(Block(block));
        reader.VarInt();
        return reader.Bytes(reader.VarInt());
    }

    /// <summary>The entries of a block.</summary>
    internal ReadOnlySpan<byte> Block(int block)
    {
        var starts = _file.Slice<uint>(HeaderBytes + (4L * block), block + 1 < _blocks ? 2 : 1);
        var length = (starts.Length == 2 ? starts[1] : _file.Length - _entriesAt) - starts[0];
        return _file.Slice(_entriesAt + starts[0], (int)length);
    }
}
