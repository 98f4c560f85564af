using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Timing;

namespace ProposalSearch.Engine.Facets;

/// <summary>Counts the values of one column over one segment's matches, by ordinal. Belongs to one search.</summary>
internal sealed class FacetCounter
{
    private readonly OrdinalColumnReader? _column;
    private readonly int[] _counts;
    private int _missing;

    /// <summary>A counter; a segment may lack the column.</summary>
    public FacetCounter(OrdinalColumnReader? column)
    {
        _column = column;
        _counts = column is null ? [] : new int[column.ValueCount];
    }

    /// <summary>Counts the documents whose bits are set.</summary>
    public void Count(ReadOnlySpan<ulong> matches, int firstDocument)
    {
        if (_column is null)
        {
            _missing += Packing.ScoreKernel.Count(matches);
        }
        else
        {
            _column.Count(matches, firstDocument, _counts, ref _missing);
        }
    }

    /// <summary>Adds what was counted to the totals by value, and returns the documents without one.</summary>
    public long AddTo(SortedDictionary<string, long> totals, TimeLimit limit)
    {
        for (int ordinal = 0; ordinal < _counts.Length; ordinal++)
        {
            if (_counts[ordinal] > 0)
            {
                limit.Step();
                string value = _column!.Value(ordinal);
                totals[value] = totals.GetValueOrDefault(value) + _counts[ordinal];
            }
        }

        return _missing;
    }

    /// <summary>What was counted, in the order of the ordinals, which is that of the values.</summary>
    public List<KeyValuePair<string, long>> ToList(TimeLimit limit)
    {
        var values = new List<KeyValuePair<string, long>>();
        for (int ordinal = 0; ordinal < _counts.Length; ordinal++)
        {
            if (_counts[ordinal] > 0)
            {
                limit.Step();
                values.Add(new(_column!.Value(ordinal), _counts[ordinal]));
            }
        }

        return values;
    }

    /// <summary>Documents without a value.</summary>
    public long Missing => _missing;
}
