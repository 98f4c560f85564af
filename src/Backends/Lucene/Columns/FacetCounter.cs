using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene.Columns;

/// <summary>Counts the values of a column over sets of documents. Belongs to one search.</summary>
/// <param name="column">The column in this segment; <see langword="null"/> where no document has a value.</param>
internal sealed class FacetCounter(TextColumn? column)
{
    // The last counts documents without a value.
    private readonly int[] _counts = new int[(column?.ValueCount ?? 0) + 1];

    /// <summary>Documents without a value.</summary>
    public long Missing => _counts[^1];

    /// <summary>Counts documents.</summary>
    /// <param name="bits">A bit for each.</param>
    /// <param name="first">The first of them.</param>
    public void Count(ulong[] bits, int first)
    {
        if (column is not null)
        {
            column.Count(_counts, bits, first);
            return;
        }

        _counts[^1] += Window.Count(bits);
    }

    /// <summary>Adds the counts to those of other segments.</summary>
    public void AddTo(SortedDictionary<byte[], long> totals, TimeLimit limit)
    {
        for (int ordinal = 0; ordinal < _counts.Length - 1; ordinal++)
        {
            limit.Step();
            if (_counts[ordinal] > 0)
            {
                byte[] value = column!.Bytes(ordinal);
                totals[value] = totals.GetValueOrDefault(value) + _counts[ordinal];
            }
        }
    }

    /// <summary>The counts, where there is one segment.</summary>
    public ColumnCounts Counts(string name, TimeLimit limit)
    {
        var values = new List<KeyValuePair<string, long>>();
        for (int ordinal = 0; ordinal < _counts.Length - 1; ordinal++)
        {
            limit.Step();
            if (_counts[ordinal] > 0)
            {
                values.Add(new(column!.Value(ordinal), _counts[ordinal]));
            }
        }

        return new ColumnCounts(name, values, Missing);
    }
}
