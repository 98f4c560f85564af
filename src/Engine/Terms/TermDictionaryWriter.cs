using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Terms;

/// <summary>
/// Writes the sorted terms of a segment: here is a term, where are its postings?
/// <para>
/// Terms are UTF-8, in the order of their bytes, which is the order of their code points. Every 16 make a block. A block states
/// the offsets of its first term in full and then, for each term, how much it shares with the one before:
/// </para>
/// <code>
/// block   := postingsOffset:varint positionsOffset:varint entry*
/// entry   := shared:varint rest:varint byte[rest] documentFrequency:varint postingsBytes:varint positionsBytes:varint
/// file    := block* (padding to 8) blockOffset:u64* termCount:u32 blockCount:u32
///
/// "art" (2 documents) and "arts" (1), the postings 4 and 2 bytes long, the positions 7 and 5:
/// 00 00 | 00 03 61 72 74 02 04 07 | 03 01 73 01 02 05
/// </code>
/// </summary>
internal sealed class TermDictionaryWriter
{
    /// <summary>Terms in a block.</summary>
    internal const int BlockSize = 16;

    private readonly FileWriter _file;
    private readonly List<long> _blocks = [];
    private byte[] _previous = new byte[256];
    private int _previousLength;
    private int _count;

    /// <summary>A dictionary into this file, which the caller completes.</summary>
    public TermDictionaryWriter(FileWriter file) => _file = file;

    /// <summary>Adds a term that sorts after the one before.</summary>
    /// <param name="term">The term in UTF-8; not empty.</param>
    /// <param name="entry">What is known about it.</param>
    /// <param name="postingsEnd">Where its postings end.</param>
    /// <param name="positionsEnd">Where its positions end.</param>
    public void Add(ReadOnlySpan<byte> term, TermEntry entry, long postingsEnd, long positionsEnd)
    {
        if (_count % BlockSize == 0)
        {
            BeginBlock(entry);
        }

        int shared = term.CommonPrefixLength(_previous.AsSpan(0, _previousLength));
        _file.WriteVarUInt32((uint)shared);
        _file.WriteVarUInt32((uint)(term.Length - shared));
        _file.Write(term[shared..]);
        _file.WriteVarUInt32((uint)entry.DocumentFrequency);
        _file.WriteVarUInt64((ulong)(postingsEnd - entry.PostingsOffset));
        _file.WriteVarUInt64((ulong)(positionsEnd - entry.PositionsOffset));
        Remember(term);
        _count++;
    }

    /// <summary>Writes the block offsets. Nothing can be added after it.</summary>
    public void Complete()
    {
        _file.Align(8);
        foreach (long block in _blocks)
        {
            _file.WriteUInt64((ulong)block);
        }

        _file.WriteUInt32((uint)_count);
        _file.WriteUInt32((uint)_blocks.Count);
    }

    private void BeginBlock(TermEntry first)
    {
        _previousLength = 0;
        _blocks.Add(_file.Position);
        _file.WriteVarUInt64((ulong)first.PostingsOffset);
        _file.WriteVarUInt64((ulong)first.PositionsOffset);
    }

    private void Remember(ReadOnlySpan<byte> term)
    {
        if (_previous.Length < term.Length)
        {
            _previous = new byte[term.Length * 2];
        }

        term.CopyTo(_previous);
        _previousLength = term.Length;
    }
}
