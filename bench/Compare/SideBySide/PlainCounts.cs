using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>Counts the values of all matches from sorted-set doc values: facets, without Lucene's facet module.</summary>
internal sealed class PlainCounts(string column) : ICollector
{
    private readonly Dictionary<string, long> _total = new(StringComparer.Ordinal);
    private SortedSetDocValues? _values;
    private int[] _counts = [];

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>The values with their counts.</summary>
    public List<KeyValuePair<string, long>> Complete()
    {
        TakeSegment();
        return [.. _total];
    }

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer)
    {
    }

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        TakeSegment();
        _values = context.AtomicReader.GetSortedSetDocValues(column);
        _counts = new int[_values?.ValueCount ?? 0];
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        if (_values is not null)
        {
            _values.SetDocument(doc);
            for (long value = _values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = _values.NextOrd())
            {
                _counts[value]++;
            }
        }
    }

    private void TakeSegment()
    {
        var value = new BytesRef();
        for (int ordinal = 0; ordinal < _counts.Length; ordinal++)
        {
            if (_counts[ordinal] > 0)
            {
                _values!.LookupOrd(ordinal, value);
                string text = value.Utf8ToString();
                _total[text] = _total.GetValueOrDefault(text) + _counts[ordinal];
            }
        }

        _counts = [];
    }
}
