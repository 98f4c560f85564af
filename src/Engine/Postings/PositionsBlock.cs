using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Postings;

/// <summary>
/// The positions of a block of postings, whose bytes <see cref="PostingsWriter"/> specifies: of one document, or of many at once. Opened
/// anew for every block; not thread-safe.
/// </summary>
internal sealed class PositionsBlock
{
    private const int Header = 3;

    /// <summary>So many numbers are read and written at a time, whether they are there or not.</summary>
    private const int Ahead = PositionKernel.Ahead;

    /// <summary>Where only one of so many documents is wanted, each is read by itself.</summary>
    private const int Few = 6;

    private readonly uint[] _counts = new uint[BlockCodec.Size];
    private readonly uint[] _firsts = new uint[BlockCodec.Size];
    private readonly int[] _gapsBefore = new int[BlockCodec.Size + 1];
    private uint[] _gaps = new uint[512];
    private bool _countsAreFrequencies;
    private int _firstBits;
    private int _gapBits;
    private int _firstsAt;
    private int _gapsAt;

    /// <summary>Reads how many positions each document of a block has.</summary>
    /// <param name="bytes">The bytes from the block on; the same at every later call.</param>
    /// <param name="frequencies">The frequencies of the block's documents.</param>
    public void Open(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> frequencies)
    {
        int countBits = bytes[0], count = frequencies.Length;
        (_firstBits, _gapBits) = (bytes[1], bytes[2]);
        _countsAreFrequencies = countBits == PostingsWriter.CountsAreFrequencies;
        _firstsAt = Header + (_countsAreFrequencies ? 0 : BitStream.Bytes(count, countBits));
        _gapsAt = _firstsAt + BitStream.Bytes(count, _firstBits);
        var counts = _counts.AsSpan(0, count);
        uint stored = 0;
        if (_countsAreFrequencies)
        {
            frequencies.CopyTo(counts);
        }
        else
        {
            BitStream.Read(bytes[Header..], 0, countBits, counts);
            stored = 1;
        }

        int sum = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] += stored;
            _gapsBefore[i] = sum;
            sum += (int)counts[i] - 1;
        }

        _gapsBefore[count] = sum;
    }

    /// <summary>Reads the positions of one document, ascending.</summary>
    /// <returns>How many there are; where the destination is too small nothing is written.</returns>
    public int Read(ReadOnlySpan<byte> bytes, int index, Span<int> destination)
    {
        int count = (int)_counts[index];
        if (count > destination.Length)
        {
            return count;
        }

        int position = (int)BitStream.Read(bytes[_firstsAt..], index, _firstBits);
        destination[0] = position;
        int gap = _gapsBefore[index];
        var gaps = bytes[_gapsAt..];
        for (int i = 1; i < count; i++)
        {
            position += (int)BitStream.Read(gaps, gap++, _gapBits) + 1;
            destination[i] = position;
        }

        return count;
    }

    /// <summary>Adds the positions of some documents, whose indexes ascend, to <paramref name="keys"/>.</summary>
    /// <param name="bytes">The bytes from the block on.</param>
    /// <param name="documents">The block's documents.</param>
    /// <param name="indexes">Which of them.</param>
    /// <param name="start">The first document of the stretch that the keys are for.</param>
    /// <param name="keys">Where to.</param>
    public void Append(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> documents, ReadOnlySpan<int> indexes, int start, PositionKeys keys)
    {
        int first = indexes[0], last = indexes[^1];
        if (indexes.Length * Few <= last - first)
        {
            foreach (int index in indexes)
            {
                AppendRange(bytes, documents, index, index, [index], start, keys);
            }
        }
        else
        {
            AppendRange(bytes, documents, first, last, indexes, start, keys);
        }
    }

    /// <summary>Takes the numbers of all documents from one to another apart together, and adds those of some.</summary>
    private void AppendRange(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> documents, int first, int last, ReadOnlySpan<int> indexes, int start, PositionKeys keys)
    {
        int gapsFrom = _gapsBefore[first];
        var gaps = Gaps(bytes, gapsFrom, _gapsBefore[last + 1]);
        BitStream.Read(bytes[_firstsAt..], first, _firstBits, _firsts.AsSpan(first, last + 1 - first));
        int length = 0, greatest = 0;
        var room = keys.Room(gaps.Length + indexes.Length);
        foreach (int index in indexes)
        {
            int count = (int)_counts[index];
            uint zero = PositionKeys.First(documents[index] - start);
            uint end = PositionKernel.Accumulate(zero + _firsts[index], gaps[(_gapsBefore[index] - gapsFrom)..], count, room[length..]);
            greatest = Math.Max(greatest, (int)(end - zero));
            length += count;
        }

        keys.Added(length, greatest);
    }

    /// <summary>Sets a bit for each document that has the term in a section that weighs more than 1: its frequency is not how often it is there.</summary>
    public void MarkWeighted(ReadOnlySpan<int> documents, ReadOnlySpan<uint> frequencies, int start, ulong[] bits)
    {
        if (!_countsAreFrequencies)
        {
            ScoreKernel.MarkDifferent(documents, frequencies, _counts.AsSpan(0, frequencies.Length), start, bits);
        }
    }

    /// <summary>The gaps of a range of the block, and as many numbers behind them as are read ahead.</summary>
    private ReadOnlySpan<uint> Gaps(ReadOnlySpan<byte> bytes, int from, int to)
    {
        if (_gaps.Length < to - from + Ahead)
        {
            _gaps = new uint[(to - from) * 2 + Ahead];
        }

        BitStream.Read(bytes[_gapsAt..], from, _gapBits, _gaps.AsSpan(0, to - from));
        return _gaps.AsSpan(0, to - from + Ahead);
    }
}
