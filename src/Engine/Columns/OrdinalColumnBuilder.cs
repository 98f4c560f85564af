using System.Text;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// Collects the values of one field, document by document, and writes them as a column (<see cref="OrdinalColumnReader"/>). Memory: 8
/// bytes for each value of a document, and each distinct value once. Not thread-safe.
/// </summary>
internal sealed class OrdinalColumnBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<byte[]> _values = [];
    private readonly List<(int Document, int Number)> _entries = [];

    /// <summary>Gives a document a value. The same value twice counts once; the empty value is a value.</summary>
    /// <param name="document">Not less than that of the call before.</param>
    /// <param name="value">A lone surrogate in it becomes U+FFFD.</param>
    public void Add(int document, string value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            number = AddValue(value);
        }

        AddEntry(document, number);
    }

    /// <summary>Adds the values of another column: the way segments are merged.</summary>
    /// <param name="source">The column to copy from.</param>
    /// <param name="firstDocument">The new number of the source's first document.</param>
    public void AppendFrom(OrdinalColumnReader source, int firstDocument)
    {
        var numbers = new int[source.ValueCount];
        Array.Fill(numbers, -1);
        Span<int> ordinals = new int[source.MaxOrdinals];
        for (var document = 0; document < source.DocumentCount; document++)
        {
            var count = source.GetOrdinals(document, ordinals);
            foreach (var ordinal in ordinals[..count])
            {
                if (numbers[ordinal] < 0)
                {
                    var value = source.Value(ordinal);
                    numbers[ordinal] = _numbers.TryGetValue(value, out var known) ? known : AddValue(value);
                }

                AddEntry(firstDocument + document, numbers[ordinal]);
            }
        }
    }

    /// <summary>Writes the column at the next multiple of 64.</summary>
    /// <param name="writer">The file, which may hold other things before and after.</param>
    /// <param name="documentCount">Documents of the segment: more than any document added.</param>
    /// <returns>The offset to open the column by.</returns>
    public long Write(FileWriter writer, int documentCount)
    {
        if (_entries.Count > 0)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_entries[^1].Document, documentCount, nameof(documentCount));
        }

        writer.Align(64);
        var offset = writer.Position;
        var ordinalOf = SortValues(out var sorted);
        new OrdinalColumnWriter(writer, documentCount, sorted).Write(SortEntries(ordinalOf));
        return offset;
    }

    private int AddValue(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        if (value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            // Lone surrogates have no UTF-8: two values that differ in them only are one.
            value = Encoding.UTF8.GetString(bytes);
            if (_numbers.TryGetValue(value, out var known))
            {
                return known;
            }
        }

        _values.Add(bytes);
        _numbers.Add(value, _values.Count - 1);
        return _values.Count - 1;
    }

    private void AddEntry(int document, int number)
    {
        var last = _entries.Count > 0 ? _entries[^1].Document : 0;
        ArgumentOutOfRangeException.ThrowIfLessThan(document, last);
        _entries.Add((document, number));
    }

    private int[] SortValues(out byte[][] sorted)
    {
        var numbers = new int[_values.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i;
        }

        sorted = [.. _values];
        Array.Sort(sorted, numbers, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        var ordinals = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            ordinals[numbers[i]] = i;
        }

        return ordinals;
    }

    /// <summary>The entries by document and ordinal, each once.</summary>
    private ReadOnlySpan<(int Document, int Ordinal)> SortEntries(int[] ordinalOf)
    {
        var entries = new (int Document, int Ordinal)[_entries.Count];
        var kept = 0;
        for (var start = 0; start < entries.Length;)
        {
            var end = start;
            for (; end < entries.Length && _entries[end].Document == _entries[start].Document; end++)
            {
                entries[end] = (_entries[end].Document, ordinalOf[_entries[end].Number]);
            }

            kept = KeepOnce(entries, start, end, kept);
            start = end;
        }

        return entries.AsSpan(0, kept);
    }

    /// <summary>Sorts the entries of one document and moves those that differ to the place where the next are kept.</summary>
    private static int KeepOnce((int Document, int Ordinal)[] entries, int start, int end, int kept)
    {
        if (end - start > 1)
        {
            Array.Sort(entries, start, end - start);
        }

        for (var i = start; i < end; i++)
        {
            if (i == start || entries[i] != entries[i - 1])
            {
                entries[kept++] = entries[i];
            }
        }

        return kept;
    }
}
