using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Engine.Terms;

/// <summary>Reads what <see cref="TermDictionaryWriter"/> wrote. Any number of threads may use it.</summary>
internal sealed class TermDictionaryReader
{
    private readonly OpenedFile _file;
    private readonly int _blockCount;
    private readonly long _blockOffsets;

    /// <summary>Reads the end of the file; the caller keeps the file open.</summary>
    public TermDictionaryReader(OpenedFile file)
    {
        _file = file;
        var end = file.Slice(file.Length - 8, 8);
        Count = BinaryPrimitives.ReadInt32LittleEndian(end);
        _blockCount = BinaryPrimitives.ReadInt32LittleEndian(end[4..]);
        _blockOffsets = file.Length - 8 - 8L * _blockCount;
    }

    /// <summary>Terms in the dictionary.</summary>
    public int Count { get; }

    internal int BlockCount => _blockCount;

    /// <summary>A way through the blocks in order (<see cref="TermCursor.BlockOffset"/>).</summary>
    internal ReadTrail Trail(long window) => new(_file, window);

    /// <summary>Finds a term.</summary>
    public bool TryFind(ReadOnlySpan<byte> term, out TermEntry entry)
    {
        entry = default;
        int block = BlockOf(term);
        return block >= 0 && TryFind(Block(block), EntriesOf(block), term, out entry);
    }

    /// <summary>
    /// What an entry shares with the one before decides most comparisons without looking at its bytes: <c>matched</c> counts those that the
    /// last entry, which is before the term, has in common with it.
    /// </summary>
    private static bool TryFind(ReadOnlySpan<byte> bytes, int entries, ReadOnlySpan<byte> term, out TermEntry entry)
    {
        entry = default;
        int at = 0;
        long postings = (long)VarInt.ReadLong(bytes, ref at), positions = (long)VarInt.ReadLong(bytes, ref at);
        int matched = 0;
        for (; entries > 0; entries--)
        {
            int shared = (int)VarInt.Read(bytes, ref at), rest = (int)VarInt.Read(bytes, ref at);
            var suffix = bytes.Slice(at, rest);
            at += rest;
            int frequency = (int)VarInt.Read(bytes, ref at);
            long postingsBytes = (long)VarInt.ReadLong(bytes, ref at), positionsBytes = (long)VarInt.ReadLong(bytes, ref at);
            if (shared < matched)
            {
                return false;
            }

            int order = shared == matched ? Compare(suffix, term, ref matched) : -1;
            if (order >= 0)
            {
                entry = order == 0 ? new TermEntry(frequency, postings, positions) : default;
                return order == 0;
            }

            postings += postingsBytes;
            positions += positionsBytes;
        }

        return false;
    }

    /// <summary>
    /// Compares the rest of an entry to what is not matched yet of a term, and adds what they have in common to that: 0 where they are
    /// equal, 1 where the entry comes after the term, else -1.
    /// </summary>
    private static int Compare(ReadOnlySpan<byte> suffix, ReadOnlySpan<byte> term, ref int matched)
    {
        int further = suffix.CommonPrefixLength(term[matched..]);
        matched += further;
        return matched == term.Length && further == suffix.Length ? 0
            : further < suffix.Length && (matched == term.Length || suffix[further] > term[matched]) ? 1
            : -1;
    }

    /// <summary>A walk over the terms in their order, from the first on.</summary>
    public TermCursor Walk() => new(this);

    /// <summary>The last block whose first term is not after <paramref name="term"/>; -1 where all are after it.</summary>
    internal int BlockOf(ReadOnlySpan<byte> term)
    {
        int low = 0, high = _blockCount - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (FirstTerm(middle).SequenceCompareTo(term) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    internal int EntriesOf(int block) => Math.Min(TermDictionaryWriter.BlockSize, Count - block * TermDictionaryWriter.BlockSize);

    internal ReadOnlySpan<byte> Block(int block)
    {
        long from = Offset(block), to = block + 1 < _blockCount ? Offset(block + 1) : _blockOffsets;
        return _file.Slice(from, (int)(to - from));
    }

    /// <summary>A term shares no more with the one before it than that has: a number that was damaged asks for no memory.</summary>
    internal void CheckShared(int shared, int length)
    {
        if ((uint)shared > (uint)length)
        {
            throw _file.Damaged($"a term shares {(uint)shared} bytes with the one before it, which has {length}.");
        }
    }

    /// <summary>The first term of a block.</summary>
    internal ReadOnlySpan<byte> FirstTerm(int block)
    {
        var bytes = Block(block);
        int at = 0;
        VarInt.ReadLong(bytes, ref at);
        VarInt.ReadLong(bytes, ref at);
        VarInt.Read(bytes, ref at);
        int length = (int)VarInt.Read(bytes, ref at);
        return bytes.Slice(at, length);
    }

    /// <summary>Where a block begins.</summary>
    internal long Offset(int block) => MemoryMarshal.Read<long>(_file.Slice(_blockOffsets + 8L * block, 8));
}
