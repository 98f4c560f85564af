using ProposalSearch.Backends.Lucene.Columns;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>What is decided by looking at each document. Each scores 1.</summary>
internal abstract class ScanScorer(int documents) : Scorer
{
    /// <inheritdoc/>
    public override long Cost => documents;

    /// <inheritdoc/>
    public override void Fill(Window window, ulong[]? candidates, bool scored, Scratch scratch)
    {
        scratch.Limit.Step();
        int end = Math.Min(window.End, documents) - window.Start;
        for (int at = 0; at < end; at++)
        {
            if (candidates is not null && (at = Window.Next(candidates, at)) >= end)
            {
                return;
            }

            if (Matches(window.Start + at))
            {
                window.Set(at);
                window.Scores[at] += scored ? 1 : 0;
            }
        }
    }

    /// <summary>Whether a document matches.</summary>
    protected abstract bool Matches(int document);
}

/// <summary>All documents.</summary>
internal sealed class AllScorer(int documents) : ScanScorer(documents)
{
    /// <inheritdoc/>
    protected override bool Matches(int document) => true;
}

/// <summary>Documents by values of a text column.</summary>
internal sealed class ValueScorer(TextColumn column, bool[] wanted, bool missing, int documents) : ScanScorer(documents)
{
    /// <inheritdoc/>
    protected override bool Matches(int document)
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
