namespace ProposalSearch.Retrieval.Matching;

/// <summary>The documents of another scorer, all with the same score.</summary>
public sealed class ConstantScorer(Scorer inner, float score) : Scorer
{
    /// <inheritdoc/>
    public override long Cost => inner.Cost;

    /// <inheritdoc/>
    public override float Most => score;

    /// <inheritdoc/>
    public override int Next(int target) => inner.Next(target);

    /// <inheritdoc/>
    public override void Fill(Window window, bool scored, Workspace scratch) => Find(window, null, scored, scratch);

    /// <inheritdoc/>
    public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch) =>
        Find(window, candidates, scored, scratch);

    /// <inheritdoc/>
    public override void Release(Workspace scratch) => inner.Release(scratch);

    private void Find(Window window, ulong[]? candidates, bool scored, Workspace scratch)
    {
        var matches = scratch.RentWindow(window);
        inner.FillAmong(matches, candidates, scored: false, scratch);
        if (scored)
        {
            matches.SetScores(score);
        }

        window.Add(matches, scored);
        scratch.Return(matches);
    }
}
