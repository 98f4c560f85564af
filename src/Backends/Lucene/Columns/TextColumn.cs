using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Backends.Lucene.Columns;

/// <summary>
/// The values of a text column in a segment, held in memory: counting facets reads nothing else. 4 bytes for each document and each
/// of its values. Values
/// are in the order of their UTF-8 bytes. Thread-safe.
/// </summary>
internal sealed class TextColumn
{
    private readonly byte[][] _values;
    private readonly int[] _starts;
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

        _starts = new int[documents + 1];
        var ordinals = new List<int>(documents);
        for (int document = 0; document < documents; document++)
        {
            limit.Step();
            column.SetDocument(document);
            for (long ordinal = column.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = column.NextOrd())
            {
                ordinals.Add((int)ordinal);
            }

            _starts[document + 1] = ordinals.Count;
        }

        _ordinals = [.. ordinals];
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
    public ReadOnlySpan<int> Ordinals(int document) => _ordinals.AsSpan(_starts[document], _starts[document + 1] - _starts[document]);

    /// <summary>The first value of a document; -1 where it has none.</summary>
    public int First(int document) => _starts[document + 1] > _starts[document] ? _ordinals[_starts[document]] : -1;
}

/// <summary>Compares values by their bytes.</summary>
internal sealed class ByteOrder : IComparer<byte[]>
{
    /// <summary>The one there is.</summary>
    public static ByteOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
