using System.Text;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// The values of one field, for facets, filters, hits and sorting: <see cref="OrdinalColumnFormat"/> has the bytes. Thread-safe, and
/// valid as long as the file is held.
/// </summary>
internal sealed class OrdinalColumnReader
{
    private readonly OpenedFile _file;
    private readonly OrdinalColumnFormat _format;

    private OrdinalColumnReader(OpenedFile file, OrdinalColumnFormat format)
    {
        _file = file;
        _format = format;
    }

    /// <summary>Documents of the segment.</summary>
    public int DocumentCount => _format.Documents;

    /// <summary>Distinct values.</summary>
    public int ValueCount => _format.Values;

    /// <summary>The most values that one document has.</summary>
    public int MaxOrdinals => _format.MaxOrdinals;

    /// <summary>Opens a column.</summary>
    /// <param name="file">The file, which the caller holds.</param>
    /// <param name="offset">What <see cref="OrdinalColumnBuilder.Write"/> returned, or the writer's position before it.</param>
    /// <exception cref="IndexDamagedException">Its values do not fit into the file.</exception>
    public static OrdinalColumnReader Open(OpenedFile file, long offset)
    {
        var format = OrdinalColumnFormat.Read(file, offset);
        _ = file.Slice<uint>(format.ValueEndsAt, format.Values);
        return format.Documents >= 0 && format.Entries >= 0
            ? new(file, format)
            : throw file.Damaged(
                $"the column at {offset} states {format.Documents} documents and {format.Entries} entries, which cannot be.");
    }

    /// <summary>A value by its ordinal, 0 to <see cref="ValueCount"/> - 1.</summary>
    public string Value(int ordinal) => Encoding.UTF8.GetString(ValueUtf8(ordinal));

    /// <summary>A value by its ordinal, without copying it.</summary>
    public ReadOnlySpan<byte> ValueUtf8(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ordinal, (uint)_format.Values, nameof(ordinal));
        var ends = _file.Slice<uint>(_format.ValueEndsAt, _format.Values);
        var start = ordinal == 0 ? 0 : ends[ordinal - 1];
        return _file.Slice(_format.ValuesAt + start, (int)(ends[ordinal] - start));
    }

    /// <summary>The ordinal of a value, or -1 when no document has it. Case matters.</summary>
    public int Find(string value)
    {
        var place = FindFirst(Encoding.UTF8.GetBytes(value));
        return place < _format.Values && ValueUtf8(place).SequenceEqual(Encoding.UTF8.GetBytes(value)) ? place : -1;
    }

    /// <summary>
    /// The first ordinal whose value is not before these bytes; <see cref="ValueCount"/> when there is none. For values by prefix.
    /// </summary>
    public int FindFirst(ReadOnlySpan<byte> utf8)
    {
        var (low, high) = (0, _format.Values);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (ValueUtf8(middle).SequenceCompareTo(utf8) < 0)
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

    /// <summary>Counts values over the documents whose bit is set.</summary>
    /// <param name="matches">
    /// Bit <c>i</c> is document <paramref name="firstDocument"/> + <c>i</c>; no bit beyond the last document is set.
    /// </param>
    /// <param name="firstDocument">Any document.</param>
    /// <param name="counts">
    /// By ordinal, at least <see cref="ValueCount"/>: is added to. A document counts once under each of its values.
    /// </param>
    /// <param name="missing">Documents without a value: is added to.</param>
    public void Count(ReadOnlySpan<ulong> matches, int firstDocument, Span<int> counts, ref int missing)
    {
        counts = counts[.._format.Values];
        matches = matches[..Math.Min(matches.Length, (_format.Documents - firstDocument + 63) / 64)];
        switch (_format.Shape, _format.OrdinalWidth)
        {
            case (ColumnShape.Single, 1):
                ByteColumn.Count(Singles<byte>(), matches, firstDocument, counts, ref missing);
                break;
            case (ColumnShape.Single, 2):
                SingleColumn.Count(Singles<ushort>(), matches, firstDocument, counts, ref missing);
                break;
            case (ColumnShape.Single, _):
                SingleColumn.Count(Singles<uint>(), matches, firstDocument, counts, ref missing);
                break;
            case (ColumnShape.Bits, _):
                Bits.Count(matches, firstDocument, counts, ref missing);
                break;
            case (_, 1):
                ListColumn.Count<byte>(Entries, matches, firstDocument, counts, ref missing);
                break;
            case (_, 2):
                ListColumn.Count<ushort>(Entries, matches, firstDocument, counts, ref missing);
                break;
            default:
                ListColumn.Count<uint>(Entries, matches, firstDocument, counts, ref missing);
                break;
        }
    }

    /// <summary>Sets the bits of the documents that have any of some values; leaves the other bits as they are.</summary>
    /// <param name="wanted">By ordinal, at least <see cref="ValueCount"/>.</param>
    /// <param name="missing">Whether documents without a value are wanted too.</param>
    /// <param name="firstDocument">The document of bit 0.</param>
    /// <param name="documentCount">Documents to look at from there; beyond the last document there is nothing to set.</param>
    /// <param name="bits">At least <paramref name="documentCount"/> bits.</param>
    public void Mark(ReadOnlySpan<bool> wanted, bool missing, int firstDocument, int documentCount, Span<ulong> bits)
    {
        wanted = wanted[.._format.Values];
        var range = new DocumentRange(firstDocument, Math.Min(documentCount, _format.Documents - firstDocument));
        switch (_format.Shape, _format.OrdinalWidth)
        {
            case (ColumnShape.Single, 1):
                ByteColumn.Mark(Singles<byte>(), wanted, missing, range, bits);
                break;
            case (ColumnShape.Single, 2):
                SingleColumn.Mark(Singles<ushort>(), wanted, missing, range, bits);
                break;
            case (ColumnShape.Single, _):
                SingleColumn.Mark(Singles<uint>(), wanted, missing, range, bits);
                break;
            case (ColumnShape.Bits, _):
                Bits.Mark(wanted, missing, range, bits);
                break;
            case (_, 1):
                ListColumn.Mark<byte>(Entries, wanted, missing, range, bits);
                break;
            case (_, 2):
                ListColumn.Mark<ushort>(Entries, wanted, missing, range, bits);
                break;
            default:
                ListColumn.Mark<uint>(Entries, wanted, missing, range, bits);
                break;
        }
    }

    /// <summary>The ordinals of a document's values, ascending.</summary>
    /// <param name="document">A document of the segment.</param>
    /// <param name="destination">Takes as many as fit.</param>
    /// <returns>How many there are, which may be more than fit; at most <see cref="MaxOrdinals"/>.</returns>
    public int GetOrdinals(int document, Span<int> destination)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)document, (uint)_format.Documents, nameof(document));
        if (_format.Shape == ColumnShape.Bits)
        {
            return Bits.GetOrdinals(document, destination);
        }

        var (first, count) = _format.Shape == ColumnShape.Single ? SingleOf(document) : ListOf(document);
        for (var i = 0; i < count && i < destination.Length; i++)
        {
            destination[i] = Number(_format.OrdinalsAt, first + i) - (_format.Shape == ColumnShape.Single ? 1 : 0);
        }

        return count;
    }

    /// <summary>The least of a document's ordinals, for sorting, or -1 when it has none.</summary>
    public int First(int document)
    {
        Span<int> first = stackalloc int[1];
        return GetOrdinals(document, first) == 0 ? -1 : first[0];
    }

    private BitColumn Bits => new(_file, _format);

    private ColumnEntries Entries => new(_file, _format);

    // In a column of single values each document is an entry, and a missing value is an entry that does not count.
    private (int First, int Count) SingleOf(int document) => (document, Number(_format.OrdinalsAt, document) == 0 ? 0 : 1);

    private (int First, int Count) ListOf(int document)
    {
        var (start, end) = Entries.RangeOf(document);
        return (start, end - start);
    }

    private int Number(long offset, int index) => _format.OrdinalWidth switch
    {
        1 => _file.Slice(offset + index, 1)[0],
        2 => _file.Slice<ushort>(offset + (2L * index), 1)[0],
        _ => _file.Slice<int>(offset + (4L * index), 1)[0],
    };

    private ReadOnlySpan<T> Singles<T>()
        where T : unmanaged => _file.Slice<T>(_format.OrdinalsAt, _format.Documents);
}
