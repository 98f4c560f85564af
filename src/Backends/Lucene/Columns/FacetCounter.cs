using System.Numerics;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene.Columns;

/// <summary>Counts the values of a column over sets of documents. Belongs to one search.</summary>
/// <param name="column">The column in this segment; <see langword="null"/> where no document has a value.</param>
internal sealed class FacetCounter(TextColumn? column)
{
    private readonly int[] _counts = new int[column?.ValueCount ?? 0];

    /// <summary>Documents without a value.</summary>
    public long Missing { get; private set; }

    /// <summary>Counts documents.</summary>
    /// <param name="bits">A bit for each.</param>
    /// <param name="first">The first of them.</param>
    public void Count(ulong[] bits, int first)
    {
        for (int word = 0; word < bits.Length; word++)
        {
            for (ulong left = bits[word]; left != 0; left &= left - 1)
            {
                Count(first + word * 64 + BitOperations.TrailingZeroCount(left));
            }
        }
    }

    /// <summary>Adds the counts to those of other segments.</summary>
    public void AddTo(SortedDictionary<byte[], long> totals, TimeLimit limit)
    {
        for (int ordinal = 0; ordinal < _counts.Length; ordinal++)
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
        for (int ordinal = 0; ordinal < _counts.Length; ordinal++)
        {
            limit.Step();
            if (_counts[ordinal] > 0)
            {
                values.Add(new(column!.Value(ordinal), _counts[ordinal]));
            }
        }

        return new ColumnCounts(name, values, Missing);
    }

    private void Count(int document)
    {
        var ordinals = column is null ? [] : column.Ordinals(document);
        Missing += ordinals.IsEmpty ? 1 : 0;
        foreach (int ordinal in ordinals)
        {
            _counts[ordinal]++;
        }
    }
}
