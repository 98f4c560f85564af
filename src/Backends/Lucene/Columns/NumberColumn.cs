using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Backends.Lucene.Columns;

/// <summary>The numbers of a column in a segment, held in memory. Thread-safe.</summary>
internal sealed class NumberColumn
{
    private readonly long[] _values;
    private readonly bool[] _has;

    /// <summary>Reads a column.</summary>
    public NumberColumn(NumericDocValues column, IBits has, int documents, TimeLimit limit)
    {
        _values = new long[documents];
        _has = new bool[documents];
        for (int document = 0; document < documents; document++)
        {
            limit.Step();
            _values[document] = column.Get(document);
            _has[document] = has.Get(document);
        }
    }

    /// <summary>The number of a document; false where it has none.</summary>
    public bool TryGet(int document, out long value)
    {
        value = _values[document];
        return _has[document];
    }
}
