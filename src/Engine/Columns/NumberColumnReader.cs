using System.Numerics;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// A whole number for each document that has one, for ranges and sorting: <see cref="NumberColumnFormat"/> has the bytes. Thread-safe, and
/// valid as long as the file is held.
/// </summary>
public sealed class NumberColumnReader
{
    private readonly MappedFile _file;
    private readonly NumberColumnFormat _format;
    private readonly long _distancesAt;
    private readonly long _presentAt;

    private NumberColumnReader(MappedFile file, NumberColumnFormat format, long distancesAt)
    {
        _file = file;
        _format = format;
        _distancesAt = distancesAt;
        _presentAt = format.PresentAt(distancesAt);
    }

    /// <summary>Documents of the segment.</summary>
    public int DocumentCount => _format.Documents;

    /// <summary>Documents that have a number.</summary>
    public int PresentCount => _format.Present;

    /// <summary>The least number, or 0 when there is none.</summary>
    public long Min => _format.Least;

    /// <summary>The greatest number, or 0 when there is none.</summary>
    public long Max => _format.Greatest;

    /// <summary>Opens a column.</summary>
    /// <param name="file">The file, which the caller holds.</param>
    /// <param name="offset">What <see cref="NumberColumnBuilder.Write"/> returned, or the writer's position before it.</param>
    public static NumberColumnReader Open(MappedFile file, long offset)
    {
        var (format, distancesAt) = NumberColumnFormat.Read(file, offset);
        return new NumberColumnReader(file, format, distancesAt);
    }

    /// <summary>The number of a document.</summary>
    /// <returns>False when it has none.</returns>
    public bool TryGet(int document, out long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)document, (uint)_format.Documents, nameof(document));
        value = 0;
        if (!_format.IsComplete && (_file.Slice(_presentAt + (document / 8), 1)[0] >> (document % 8) & 1) == 0)
        {
            return false;
        }

        value = (long)((ulong)_format.Least + Distance(document));
        return true;
    }

    /// <summary>Sets the bits of the documents whose number is in a range; leaves the other bits as they are.</summary>
    /// <param name="from">The least number wanted; <see cref="long.MinValue"/> for no limit.</param>
    /// <param name="to">The greatest number wanted, itself included; <see cref="long.MaxValue"/> for no limit.</param>
    /// <param name="firstDocument">The document of bit 0.</param>
    /// <param name="documentCount">Documents to look at from there; beyond the last document there is nothing to set.</param>
    /// <param name="bits">At least <paramref name="documentCount"/> bits.</param>
    public void MarkRange(long from, long to, int firstDocument, int documentCount, Span<ulong> bits)
    {
        (from, to) = (Math.Max(from, Min), Math.Min(to, Max));
        var range = new DocumentRange(firstDocument, Math.Min(documentCount, _format.Documents - firstDocument));
        if (from > to || _format.Present == 0)
        {
            return;
        }

        var (least, width) = ((ulong)from - (ulong)Min, (ulong)to - (ulong)from);
        switch (_format.Width)
        {
            case 1:
                Mark<byte>(least, width, range, bits);
                break;
            case 2:
                Mark<ushort>(least, width, range, bits);
                break;
            case 4:
                Mark<uint>(least, width, range, bits);
                break;
            default:
                Mark<ulong>(least, width, range, bits);
                break;
        }
    }

    private ulong Distance(int document) => _format.Width switch
    {
        1 => _file.Slice(_distancesAt + document, 1)[0],
        2 => _file.Slice<ushort>(_distancesAt + (2L * document), 1)[0],
        4 => _file.Slice<uint>(_distancesAt + (4L * document), 1)[0],
        _ => _file.Slice<ulong>(_distancesAt + (8L * document), 1)[0],
    };

    private void Mark<T>(ulong least, ulong width, DocumentRange range, Span<ulong> bits)
        where T : unmanaged, IBinaryInteger<T>
    {
        var distances = _file.Slice<T>(_distancesAt, _format.Documents).Slice(range.First, range.Count);
        var present = _format.IsComplete ? default : _file.Slice<ulong>(_presentAt, (_format.Documents + 63) / 64);
        for (var start = 0; start < distances.Length; start += 64)
        {
            var block = distances[start..Math.Min(start + 64, distances.Length)];
            var word = MarkBlock(block, T.CreateTruncating(least), T.CreateTruncating(width));
            bits[start / 64] |= _format.IsComplete ? word : word & WordAt(present, range.First + start);
        }
    }

    private static ulong MarkBlock<T>(ReadOnlySpan<T> block, T least, T width)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (typeof(T) == typeof(byte) && block.Length == ByteBlock.Length)
        {
            var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(block);
            return ByteBlock.InRange(bytes, byte.CreateTruncating(least), byte.CreateTruncating(least + width));
        }

        var word = 0UL;
        for (var i = 0; i < block.Length; i++)
        {
            word |= (unchecked(block[i] - least) <= width ? 1UL : 0UL) << i;
        }

        return word;
    }

    private static ulong WordAt(ReadOnlySpan<ulong> bits, int start)
    {
        var shift = start % 64;
        var word = bits[start / 64] >> shift;
        return shift == 0 || (start / 64) + 1 == bits.Length ? word : word | bits[(start / 64) + 1] << (64 - shift);
    }
}
