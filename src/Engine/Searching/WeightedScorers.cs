namespace ProposalSearch.Engine.Searching;

/// <summary>The documents of another scorer, all with the same score.</summary>
internal sealed class ConstantScorer(Scorer inner, float score) : Scorer
{
    public override long Cost => inner.Cost;

    public override int Next(int target) => inner.Next(target);

    public override void Fill(Window window, bool scored, Scratch scratch)
    {
        var matches = scratch.RentWindow(window);
        inner.Fill(matches, scored: false, scratch);
        if (scored)
        {
            matches.SetScores(score);
        }

        window.Add(matches, scored);
        scratch.Return(matches);
    }

    public override void Release(Scratch scratch) => inner.Release(scratch);
}
