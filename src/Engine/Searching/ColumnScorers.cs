using ProposalSearch.Engine.Columns;
using ProposalSearch.Retrieval.Matching;

namespace ProposalSearch.Engine.Searching;

/// <summary>Documents by values of a text column.</summary>
internal sealed class ValueScorer(OrdinalColumnReader column, bool[] wanted, bool missing, int documents) : ScanScorer(documents)
{
    protected override void Mark(int first, int count, ulong[] bits) => column.Mark(wanted, missing, first, count, bits);
}
