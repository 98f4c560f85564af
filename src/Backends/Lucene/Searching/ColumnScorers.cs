using ProposalSearch.Backends.Lucene.Columns;
using ProposalSearch.Retrieval.Matching;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Documents by values of a text column. Each scores 1.</summary>
internal sealed class ValueScorer(TextColumn column, bool[] wanted, bool missing, int documents) : ScanScorer(documents)
{
    /// <inheritdoc/>
    public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch)
    {
        scratch.Limit.Step();
        int count = Math.Min(window.End, Documents) - window.Start;
        for (int at = Window.Next(candidates, 0); at < count; at = Window.Next(candidates, at + 1))
        {
            if (Matches(window.Start + at))
            {
                window.Set(at);
                window.Scores[at] += scored ? 1 : 0;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Mark(int first, int count, ulong[] bits)
    {
        for (int at = 0; at < count; at++)
        {
            bits[at >> 6] |= Matches(first + at) ? 1UL << at : 0;
        }
    }

    private bool Matches(int document)
    {
        var ordinals = column.Ordinals(document);
        foreach (int ordinal in ordinals)
        {
            if (wanted[ordinal])
            {
                return true;
            }
        }

        return missing && ordinals.IsEmpty;
    }
}
