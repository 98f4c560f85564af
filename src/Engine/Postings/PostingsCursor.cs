using System.Runtime.InteropServices;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Engine.Postings;

/// <summary>
/// Walks the postings of a term block by block. It stands before the first block until <see cref="NextBlock"/> or
/// <see cref="SkipTo"/>. A cursor can be reset to another term, so that a search reuses its arrays. Not thread-safe.
/// </summary>
internal sealed class PostingsCursor
{
    /// <summary>Stands for no document: greater than all.</summary>
    public const int NoMore = int.MaxValue;

    /// <summary>128 gaps of so many bits add up to less than 2^31, so that their sum tells whether any document is out of order.</summary>
    private const int BitsThatCannotOverflow = 23;

    private readonly int[] _documents = new int[BlockCodec.Size];
    private readonly uint[] _frequencies = new uint[BlockCodec.Size];
    private PostingsReader? _reader;
    private TermEntry _entry;
    private int _blockCount;
    private int _block;
    private int _count;
    private bool _frequenciesRead;
    private int _frequencyBits;
    private int _frequenciesAt;
    private int _positionsOfBlock;
    private PositionsBlock? _positions;

    /// <summary>Documents of the segment that have the term.</summary>
    public int DocumentFrequency => _entry.DocumentFrequency;

    /// <summary>Blocks of the term.</summary>
    internal int BlockCount => _blockCount;

    /// <summary>The block that the cursor stands on, -1 before the first.</summary>
    internal int Block => _block;

    /// <summary>The documents of the block, ascending.</summary>
    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, _count);

    /// <summary>The frequencies of the block's documents, decoded at the first call.</summary>
    public ReadOnlySpan<uint> Frequencies
    {
        get
        {
            if (!_frequenciesRead)
            {
                ReadFrequencies(_block, _frequenciesAt, _frequencyBits, _frequencies);
                _frequenciesRead = true;
            }

            return _frequencies.AsSpan(0, _count);
        }
    }

    private long EntriesBytes => _blockCount > 1 ? (long)_blockCount * SkipEntry.Bytes : 0;

    private ReadOnlySpan<SkipEntry> Entries =>
        MemoryMarshal.Cast<byte, SkipEntry>(_reader!.Postings.Slice(_entry.PostingsOffset, _blockCount * SkipEntry.Bytes));

    /// <summary>Goes before the first posting of another term.</summary>
    public void Reset(PostingsReader reader, TermEntry entry)
    {
        _reader = reader;
        _entry = entry;
        _blockCount = (entry.DocumentFrequency + BlockCodec.Size - 1) / BlockCodec.Size;
        _block = -1;
        _count = 0;
        _positionsOfBlock = -1;
    }

    /// <summary>Goes to the next block; false after the last.</summary>
    public bool NextBlock() => Load(_block + 1);

    /// <summary>
    /// Goes to the first block, this one or a later one, that ends at <paramref name="document"/> or after it; false if there is none.
    /// </summary>
    public bool SkipTo(int document)
    {
        if (_count > 0 && _documents[_count - 1] >= document)
        {
            return true;
        }

        int block = BlockReaching(document);
        return block < _blockCount && Load(block) && _documents[_count - 1] >= document;
    }

    /// <summary>
    /// The first block from the current one on whose last document is not before <paramref name="document"/>; the number of blocks if none.
    /// </summary>
    private int BlockReaching(int document)
    {
        if (_blockCount <= 1)
        {
            return _block < 0 ? 0 : _count > 0 && _documents[_count - 1] >= document ? _block : _blockCount;
        }

        return BlockReaching(document, Math.Max(_block, 0));
    }

    /// <summary>
    /// The first block from <paramref name="from"/> on whose last document is not before <paramref name="document"/>; the number of
    /// blocks if none. The cursor stays where it is. Only for terms of more than one block.
    /// </summary>
    internal int BlockReaching(int document, int from)
    {
        var entries = Entries;
        int step = 1, low = from, high = from;
        while (high < entries.Length && entries[high].LastDocument < document)
        {
            low = high + 1;
            high += step;
            step *= 2;
        }

        high = Math.Min(high, entries.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (entries[middle].LastDocument < document)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The last document of a block, without opening it. A term of one block has no entries: its end is not known.</summary>
    internal int LastDocument(int block) => _blockCount > 1 ? Entries[block].LastDocument : NoMore;

    /// <summary>The impacts of a block; false where the term has one block only and keeps none.</summary>
    internal bool TryGetImpacts(int block, out SkipEntry.Impacts impacts)
    {
        impacts = default;
        if (_blockCount <= 1)
        {
            return false;
        }

        impacts = Entries[block].Pairs;
        return true;
    }

    /// <summary>Opens a block.</summary>
    internal bool Load(int block)
    {
        if (block >= _blockCount)
        {
            _block = _blockCount;
            _count = 0;
            return false;
        }

        _block = block;
        long at = AddressOf(block);
        int before = block > 0 ? Entries[block - 1].LastDocument : -1;
        _count = CountOf(block);
        if (_count == BlockCodec.Size)
        {
            ReadBlock(at, before);
        }
        else
        {
            ReadShortBlock(at, _count, _documents, _frequencies);
            _frequenciesRead = true;
            AddUp(before);
        }

        return true;
    }

    /// <summary>Reads the positions of the document at <paramref name="index"/> of the block, ascending.</summary>
    /// <returns>How many there are; where the destination is too small nothing is written.</returns>
    public int Positions(int index, Span<int> destination) => OpenPositions(_block, out var bytes).Read(bytes, index, destination);

    /// <summary>
    /// Adds the positions of some postings of a block, which need not be the one that the cursor stands on: it stays where it is.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="postings">The postings, as in <see cref="PositionsBlock.Append"/>; one at least.</param>
    /// <param name="keys">Where to.</param>
    /// <param name="weighted">
    /// If wanted, where a bit is set for each document that has the term in a section that weighs more than 1.
    /// </param>
    internal void AppendPositions(int block, ReadOnlySpan<uint> postings, PositionKeys keys, ulong[]? weighted)
    {
        var positions = OpenPositions(block, out var bytes);
        positions.Append(bytes, postings, keys);
        if (weighted is not null)
        {
            positions.MarkWeighted(postings, weighted);
        }
    }

    private void ReadBlock(long at, int before)
    {
        var bytes = _reader!.Postings.Slice(at, 2);
        int gapBits = bytes[0], frequencyBits = bytes[1], gapBytes = BlockCodec.Bytes(gapBits);
        var body = _reader.Postings.Slice(at + 2, gapBytes);
        var documents = MemoryMarshal.Cast<int, uint>(_documents.AsSpan());
        BlockCodec.Unpack(body, gapBits, documents);
        BlockCodec.Accumulate(documents, (uint)before);
        if (before < -1 || _documents[^1] < before || gapBits > BitsThatCannotOverflow)
        {
            CheckAscending(before);
        }

        _frequenciesRead = false;
        _frequencyBits = frequencyBits;
        _frequenciesAt = 2 + gapBytes;
    }

    /// <summary>Reads a short block: the gaps before its documents, and its frequencies.</summary>
    private void ReadShortBlock(long at, int count, Span<int> gaps, Span<uint> frequencies)
    {
        int most = (int)Math.Min(count * 2L * VarInt.MaximumBytes32, _reader!.Postings.Length - at), position = 0;
        var bytes = _reader.Postings.Slice(at, most);
        for (int i = 0; i < count; i++)
        {
            uint value = VarInt.Read(bytes, ref position);
            frequencies[i] = (value & 1) == 1 ? 1 : VarInt.Read(bytes, ref position);
            if (i < gaps.Length)
            {
                gaps[i] = (int)(value >> 1);
            }
        }
    }

    private void AddUp(int before)
    {
        int document = before;
        foreach (ref int gap in _documents.AsSpan(0, _count))
        {
            gap = document += gap + 1;
        }

        CheckAscending(before);
    }

    /// <summary>
    /// What adds scores up relies on the order of the documents and looks at the last one only: a damaged file must not get there.
    /// </summary>
    private void CheckAscending(int before)
    {
        before = Math.Max(before, -1);
        foreach (int document in Documents)
        {
            if (document <= before)
            {
                throw _reader!.Postings.Damaged($"a term's postings go from document {before} to {document}, but documents ascend.");
            }

            before = document;
        }
    }

    private PositionsBlock OpenPositions(int block, out ReadOnlySpan<byte> bytes)
    {
        long at = _entry.PositionsOffset + (_blockCount > 1 ? Entries[block].PositionsOffset : 0);
        int most = (int)Math.Min(int.MaxValue, _reader!.Positions.Length - at);
        bytes = _reader.Positions.Slice(at, most);
        _positions ??= new PositionsBlock();
        if (_positionsOfBlock != block)
        {
            int count = CountOf(block);
            ReadFrequencies(block, count, _positions.Frequencies);
            _positions.Open(bytes, count);
            _positionsOfBlock = block;
        }

        return _positions;
    }

    private int CountOf(int block) => Math.Min(BlockCodec.Size, _entry.DocumentFrequency - block * BlockCodec.Size);

    private long AddressOf(int block) => _entry.PostingsOffset + EntriesBytes + (_blockCount > 1 ? Entries[block].PostingsOffset : 0);

    /// <summary>Reads the frequencies of any block.</summary>
    private void ReadFrequencies(int block, int count, Span<uint> frequencies)
    {
        if (block == _block)
        {
            Frequencies.CopyTo(frequencies);
        }
        else if (count == BlockCodec.Size)
        {
            var header = _reader!.Postings.Slice(AddressOf(block), 2);
            ReadFrequencies(block, 2 + BlockCodec.Bytes(header[0]), header[1], frequencies);
        }
        else
        {
            ReadShortBlock(AddressOf(block), count, [], frequencies);
        }
    }

    private void ReadFrequencies(int block, int at, int bits, Span<uint> frequencies) =>
        BlockCodec.Unpack(_reader!.Postings.Slice(AddressOf(block) + at, BlockCodec.Bytes(bits)), bits, frequencies, more: 1);
}
