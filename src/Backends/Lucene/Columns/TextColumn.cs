using System.Numerics;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Backends.Lucene.Columns;

/// <summary>
/// The values of a text column in a segment, held in memory: counting facets reads nothing else. 4 bytes for each document and each
/// of its values; 4 for each document alone where none has several. Values are in the order of their UTF-8 bytes. Thread-safe.
/// </summary>
internal sealed class TextColumn
{
    private readonly byte[][] _values;

    // Where a document's ordinals begin; null where each document has one.
    private readonly int[]? _starts;

    // A document without a value has one ordinal too, which is none of a value's.
    private readonly int[] _ordinals;

    /// <summary>Reads a column.</summary>
    public TextColumn(SortedSetDocValues column, int documents, TimeLimit limit)
    {
        _values = new byte[column.ValueCount][];
        var value = new BytesRef();
        for (int ordinal = 0; ordinal < _values.Length; ordinal++)
        {
            limit.Step();
            column.LookupOrd(ordinal, value);
            _values[ordinal] = value.Bytes.AsSpan(value.Offset, value.Length).ToArray();
        }

        var starts = new int[documents + 1];
        var ordinals = new List<int>(documents);
        for (int document = 0; document < documents; document++)
        {
            limit.Step();
            column.SetDocument(document);
            long ordinal = column.NextOrd();
            do
            {
                ordinals.Add(ordinal == SortedSetDocValues.NO_MORE_ORDS ? _values.Length : (int)ordinal);
            }
            while (ordinal != SortedSetDocValues.NO_MORE_ORDS && (ordinal = column.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS);

            starts[document + 1] = ordinals.Count;
        }

        _ordinals = [.. ordinals];
        _starts = _ordinals.Length == documents ? null : starts;
    }

    /// <summary>Distinct values.</summary>
    public int ValueCount => _values.Length;

    /// <summary>A value.</summary>
    public string Value(int ordinal) => Encoding.UTF8.GetString(_values[ordinal]);

    /// <summary>The UTF-8 bytes of a value.</summary>
    public byte[] Bytes(int ordinal) => _values[ordinal];

    /// <summary>The number of a value; negative where no document has it.</summary>
    public int Find(string value) => Array.BinarySearch(_values, Encoding.UTF8.GetBytes(value), ByteOrder.Instance);

    /// <summary>The values of a document, in order.</summary>
    public ReadOnlySpan<int> Ordinals(int document)
    {
        var counted = Counted(document);
        return counted[0] == ValueCount ? [] : counted;
    }

    /// <summary>The first value of a document; -1 where it has none.</summary>
    public int First(int document) => Counted(document)[0] is var first && first == ValueCount ? -1 : first;

    /// <summary>Adds 1 for each value of some documents, and for each of them without a value 1 at <see cref="ValueCount"/>.</summary>
    /// <param name="counts">Is added to.</param>
    /// <param name="bits">A bit for each document.</param>
    /// <param name="first">The document of the first bit.</param>
    public void Count(int[] counts, ulong[] bits, int first)
    {
        for (int word = 0; word < bits.Length; word++)
        {
            for (ulong left = bits[word]; left != 0; left &= left - 1)
            {
                Count(counts, first + word * 64 + BitOperations.TrailingZeroCount(left));
            }
        }
    }

    private void Count(int[] counts, int document)
    {
        if (_starts is null)
        {
            counts[_ordinals[document]]++;
            return;
        }

        for (int at = _starts[document], end = _starts[document + 1]; at < end; at++)
        {
            counts[_ordinals[at]]++;
        }
    }

    private ReadOnlySpan<int> Counted(int document) =>
        _starts is null ? _ordinals.AsSpan(document, 1) : _ordinals.AsSpan(_starts[document], _starts[document + 1] - _starts[document]);
}

/// <summary>Compares values by their bytes.</summary>
internal sealed class ByteOrder : IComparer<byte[]>
{
    /// <summary>The one there is.</summary>
    public static ByteOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
