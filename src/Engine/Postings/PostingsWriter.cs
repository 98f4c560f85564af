using System.Runtime.InteropServices;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Engine.Postings;

/// <summary>
/// Writes the postings of terms: which documents have a term, how often, and where.
/// <para>
/// Every 128 postings make a block; what is left over makes a shorter one. A term of more than one block begins with an entry
/// for each (<see cref="SkipEntry"/>), so that a reader jumps over the blocks it does not need.
/// </para>
/// <code>
/// postings of a term := SkipEntry* block*
/// full block         := gapBits:u8 frequencyBits:u8 gaps (see BlockCodec) frequencies - 1
/// last, short block  := ((gap &lt;&lt; 1 | (frequency == 1)):varint [frequency:varint])*
///
/// gap: documents between a posting and the one before it; the first counts from document 0.
/// Documents 3 (once) and 7 (twice):  07 | 06 02
/// </code>
/// Positions are in a second file, a block beside each block of postings, so that a query without phrases never touches them.
/// Within a block all numbers of a kind have the same width, and any document's positions can be read without those before it:
/// <code>
/// positions block := countBits:u8 firstBits:u8 gapBits:u8 [counts - 1] firsts gaps    (see BitStream)
/// firsts          := the first position of each document
/// gaps            := position - position before - 1 of all others
/// counts          := how many positions a document has; absent (countBits = 255) where it equals its frequency
/// </code>
/// A frequency differs from the number of positions where a section weighs more than 1.
/// </summary>
internal sealed class PostingsWriter
{
    /// <summary>Stands for the width of counts that are not written.</summary>
    internal const byte CountsAreFrequencies = 255;

    private readonly FileWriter _postings;
    private readonly FileWriter _positions;
    private readonly ReadOnlyMemory<byte> _lengths;
    private readonly ImpactCollector _impacts = new();
    private readonly List<SkipEntry> _entries = [];
    private readonly uint[] _gaps = new uint[BlockCodec.Size];
    private readonly uint[] _frequencies = new uint[BlockCodec.Size];
    private readonly uint[] _counts = new uint[BlockCodec.Size];
    private readonly uint[] _firsts = new uint[BlockCodec.Size];
    private uint[] _positionGaps = new uint[1024];
    private byte[] _blocks = new byte[4096];
    private byte[] _scratch = new byte[4096];
    private int _blocksLength;
    private int _inBlock;
    private int _positionGapCount;
    private int _lastDocument;
    private int _documents;
    private long _postingsStart;
    private long _positionsStart;

    /// <summary>Postings of documents with these encoded lengths.</summary>
    public PostingsWriter(FileWriter postings, FileWriter positions, ReadOnlyMemory<byte> lengths)
    {
        _postings = postings;
        _positions = positions;
        _lengths = lengths;
    }

    /// <summary>Where the next term's postings begin.</summary>
    public long PostingsEnd => _postings.Position;

    /// <summary>Where the next term's positions begin.</summary>
    public long PositionsEnd => _positions.Position;

    /// <summary>Begins a term.</summary>
    public void BeginTerm()
    {
        _postingsStart = _postings.Position;
        _positionsStart = _positions.Position;
        _lastDocument = -1;
        _documents = 0;
        _inBlock = 0;
        _positionGapCount = 0;
        _blocksLength = 0;
        _entries.Clear();
    }

    /// <summary>Adds a document, in ascending order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="frequency">How often it has the term, weighted; at least 1.</param>
    /// <param name="positions">Where, ascending; not empty.</param>
    public void Add(int document, uint frequency, ReadOnlySpan<int> positions)
    {
        _gaps[_inBlock] = (uint)(document - _lastDocument - 1);
        _frequencies[_inBlock] = frequency;
        _counts[_inBlock] = (uint)positions.Length;
        _firsts[_inBlock] = (uint)positions[0];
        AddGaps(positions);
        _impacts.Add(frequency, _lengths.Span[document]);
        _lastDocument = document;
        _documents++;
        if (++_inBlock == BlockCodec.Size)
        {
            EndBlock();
        }
    }

    /// <summary>Ends the term and tells what the dictionary has to know.</summary>
    public TermEntry EndTerm()
    {
        if (_inBlock > 0)
        {
            EndBlock();
        }

        if (_entries.Count > 1)
        {
            _postings.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_entries)));
        }

        _postings.Write(_blocks.AsSpan(0, _blocksLength));
        return new TermEntry(_documents, _postingsStart, _positionsStart);
    }

    /// <summary>Bytes after the last term that keep reads of whole words inside the files.</summary>
    public void Complete()
    {
        Span<byte> padding = stackalloc byte[BitStream.Padding];
        padding.Clear();
        _postings.Write(padding);
        _positions.Write(padding);
    }

    private void AddGaps(ReadOnlySpan<int> positions)
    {
        if (_positionGaps.Length - _positionGapCount < positions.Length)
        {
            Array.Resize(ref _positionGaps, Growth.Of(_positionGaps.Length, (long)_positionGapCount + positions.Length));
        }

        for (int i = 1; i < positions.Length; i++)
        {
            _positionGaps[_positionGapCount++] = (uint)(positions[i] - positions[i - 1] - 1);
        }
    }

    private void EndBlock()
    {
        _entries.Add(new SkipEntry
        {
            LastDocument = _lastDocument,
            PostingsOffset = SkipEntry.Offset(_blocksLength),
            PositionsOffset = SkipEntry.Offset(_positions.Position - _positionsStart),
            Pairs = _impacts.Take(),
        });
        if (_inBlock == BlockCodec.Size)
        {
            PackBlock();
        }
        else
        {
            PackShortBlock();
        }

        WritePositions();
        _inBlock = 0;
        _positionGapCount = 0;
    }

    private void PackBlock()
    {
        for (int i = 0; i < BlockCodec.Size; i++)
        {
            _frequencies[i]--;
        }

        int gapBits = BlockCodec.BitsNeeded(_gaps), frequencyBits = BlockCodec.BitsNeeded(_frequencies);
        var room = Room(2 + BlockCodec.Bytes(gapBits) + BlockCodec.Bytes(frequencyBits));
        room[0] = (byte)gapBits;
        room[1] = (byte)frequencyBits;
        BlockCodec.Pack(_gaps, gapBits, room[2..]);
        BlockCodec.Pack(_frequencies, frequencyBits, room[(2 + BlockCodec.Bytes(gapBits))..]);
        _blocksLength += room.Length;
        for (int i = 0; i < BlockCodec.Size; i++)
        {
            _frequencies[i]++;
        }
    }

    private void PackShortBlock()
    {
        var room = Room(_inBlock * 2 * VarInt.MaximumBytes32);
        int length = 0;
        for (int i = 0; i < _inBlock; i++)
        {
            bool once = _frequencies[i] == 1;
            length += VarInt.Write(room[length..], _gaps[i] << 1 | (once ? 1u : 0u));
            if (!once)
            {
                length += VarInt.Write(room[length..], _frequencies[i]);
            }
        }

        _blocksLength += length;
    }

    private void WritePositions()
    {
        var counts = _counts.AsSpan(0, _inBlock);
        var firsts = _firsts.AsSpan(0, _inBlock);
        var gaps = _positionGaps.AsSpan(0, _positionGapCount);
        bool same = counts.SequenceEqual(_frequencies.AsSpan(0, _inBlock));
        foreach (ref uint count in counts)
        {
            count--;
        }

        int countBits = BlockCodec.BitsNeeded(counts), firstBits = BlockCodec.BitsNeeded(firsts), gapBits = BlockCodec.BitsNeeded(gaps);
        _positions.WriteByte(same ? CountsAreFrequencies : (byte)countBits);
        _positions.WriteByte((byte)firstBits);
        _positions.WriteByte((byte)gapBits);
        if (!same)
        {
            WriteBits(counts, countBits);
        }

        WriteBits(firsts, firstBits);
        WriteBits(gaps, gapBits);
    }

    private void WriteBits(ReadOnlySpan<uint> values, int bits)
    {
        int bytes = BitStream.Bytes(values.Length, bits);
        if (_scratch.Length < bytes + 1)
        {
            _scratch = new byte[bytes * 2];
        }

        int length = BitStream.Append(_scratch, 0, values, bits);
        _positions.Write(_scratch.AsSpan(0, length));
    }

    private Span<byte> Room(int bytes)
    {
        if (_blocks.Length - _blocksLength < bytes)
        {
            Array.Resize(ref _blocks, Growth.Of(_blocks.Length, (long)_blocksLength + bytes));
        }

        return _blocks.AsSpan(_blocksLength, bytes);
    }
}
