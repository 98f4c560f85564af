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

    private readonly uint[] _frequencies = new uint[BlockCodec.Size];
    private readonly uint[] _ownCounts = new uint[BlockCodec.Size];
    private readonly uint[] _firsts = new uint[BlockCodec.Size];
    private readonly int[] _gapsBefore = new int[BlockCodec.Size + 1];
    private uint[] _gaps = new uint[512];
    private uint[] _counts = [];
    private int _firstBits;
    private int _gapBits;
    private int _firstsAt;
    private int _gapsAt;

    /// <summary>Room for the frequencies of the block's documents, which come before it is opened.</summary>
    public Span<uint> Frequencies => _frequencies;

    /// <summary>Reads how many positions each document of a block has.</summary>
    /// <param name="bytes">The bytes from the block on; the same at every later call.</param>
    /// <param name="count">How many documents the block has.</param>
    public void Open(ReadOnlySpan<byte> bytes, int count)
    {
        int countBits = bytes[0];
        (_firstBits, _gapBits) = (bytes[1], bytes[2]);
        bool countsAreFrequencies = countBits == PostingsWriter.CountsAreFrequencies;
        _firstsAt = Header + (countsAreFrequencies ? 0 : BitStream.Bytes(count, countBits));
        _gapsAt = _firstsAt + BitStream.Bytes(count, _firstBits);
        _counts = countsAreFrequencies ? _frequencies : _ownCounts;
        if (!countsAreFrequencies)
        {
            BitStream.Read(bytes[Header..], 0, countBits, _counts.AsSpan(0, count));
            AddOne(_counts.AsSpan(0, count));
        }

        PositionKernel.SumBefore(_counts.AsSpan(0, count), _gapsBefore);
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

    /// <summary>Adds the positions of some postings, which ascend, to <paramref name="keys"/>.</summary>
    /// <param name="bytes">The bytes from the block on.</param>
    /// <param name="postings">
    /// Which of them: their documents and their numbers (<see cref="RowKernel"/>), of which the lower <see cref="BlockCodec.SizeBits"/>
    /// bits are the index in the block.
    /// </param>
    /// <param name="keys">Where to.</param>
    public void Append(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> postings, PositionKeys keys)
    {
        if (postings.Length * Few <= IndexOf(postings[^1]) - IndexOf(postings[0]))
        {
            for (int i = 0; i < postings.Length; i++)
            {
                AppendRange(bytes, postings.Slice(i, 1), keys);
            }
        }
        else
        {
            AppendRange(bytes, postings, keys);
        }
    }

    /// <summary>Sets a bit for the document of each of some postings that has the term in a section that weighs more than 1.</summary>
    public void MarkWeighted(ReadOnlySpan<uint> postings, ulong[] bits)
    {
        if (_counts == _frequencies)
        {
            return;
        }

        foreach (uint posting in postings)
        {
            if (IsWeighted(IndexOf(posting)))
            {
                int at = RowKernel.DocumentOf(posting);
                bits[at >> 6] |= 1UL << at;
            }
        }
    }

    /// <summary>Whether a document's frequency is not how often it has the term: some of its sections weigh more than 1.</summary>
    private bool IsWeighted(int index) => _counts[index] != _frequencies[index];

    /// <summary>The index in its block of a posting.</summary>
    private static int IndexOf(uint posting) => (int)(posting & (BlockCodec.Size - 1));

    private static void AddOne(Span<uint> numbers)
    {
        foreach (ref uint number in numbers)
        {
            number++;
        }
    }

    /// <summary>
    /// Takes the numbers of all documents from the first posting to the last apart together, and adds those of the postings.
    /// </summary>
    private void AppendRange(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> postings, PositionKeys keys)
    {
        int first = IndexOf(postings[0]), last = IndexOf(postings[^1]), gapsFrom = _gapsBefore[first];
        var gaps = Gaps(bytes, gapsFrom, _gapsBefore[last + 1]);
        ReadFirsts(bytes, first, last);
        int length = 0, greatest = 0;
        var room = keys.Room(gaps.Length + postings.Length);
        foreach (uint posting in postings)
        {
            int index = IndexOf(posting), count = (int)_counts[index];
            uint zero = PositionKeys.First(RowKernel.DocumentOf(posting));
            uint end = PositionKernel.Accumulate(zero + _firsts[index], gaps[(_gapsBefore[index] - gapsFrom)..], count, room[length..]);
            greatest = Math.Max(greatest, (int)(end - zero));
            length += count;
        }

        keys.Added(length, greatest);
    }

    private void ReadFirsts(ReadOnlySpan<byte> bytes, int first, int last)
    {
        if (first == last)
        {
            _firsts[first] = BitStream.Read(bytes[_firstsAt..], first, _firstBits);
        }
        else
        {
            BitStream.Read(bytes[_firstsAt..], first, _firstBits, _firsts.AsSpan(first, last + 1 - first));
        }
    }

    /// <summary>
    /// The gaps of a range of the block, and as many numbers behind them as are read ahead. Some of those are read too, since eight cost no
    /// more than one.
    /// </summary>
    private ReadOnlySpan<uint> Gaps(ReadOnlySpan<byte> bytes, int from, int to)
    {
        const int Together = 8;
        int length = to - from, rounded = (length + Together - 1) & -Together;
        if (_gaps.Length < rounded + Ahead)
        {
            _gaps = new uint[rounded * 2 + Ahead];
        }

        var source = bytes[_gapsAt..];
        bool fits = BitStream.Bytes(from + rounded, _gapBits) + BitStream.Padding <= source.Length;
        BitStream.Read(source, from, _gapBits, _gaps.AsSpan(0, fits ? rounded : length));
        return _gaps.AsSpan(0, length + Ahead);
    }
}
