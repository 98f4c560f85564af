namespace ProposalSearch.Engine.Searching;

/// <summary>Documents that match any of some queries; scores add up.</summary>
internal sealed class DisjunctionScorer : Scorer
{
    private readonly Scorer[] _inner;
    private readonly int[] _next;

    public DisjunctionScorer(Scorer[] inner)
    {
        _inner = inner;
        _next = new int[inner.Length];
        Array.Fill(_next, -1);
        Cost = inner.Sum(scorer => scorer.Cost);
    }

    /// <summary>The queries.</summary>
    public IReadOnlyList<Scorer> Inner => _inner;

    public override long Cost { get; }

    public override int Next(int target)
    {
        int least = NoMore;
        for (int i = 0; i < _inner.Length; i++)
        {
            if (_next[i] < target)
            {
                _next[i] = _inner[i].Next(target);
            }

            least = Math.Min(least, _next[i]);
        }

        return least;
    }

    public override void Fill(Window window, bool scored, Scratch scratch)
    {
        foreach (var scorer in _inner)
        {
            scratch.Limit.Step();
            scorer.Fill(window, scored, scratch);
        }
    }

    public override void FillWithin(Window window, ulong[] candidates, bool scored, Scratch scratch)
    {
        foreach (var scorer in _inner)
        {
            scratch.Limit.Step();
            scorer.FillWithin(window, candidates, scored, scratch);
        }
    }

    public override void Release(Scratch scratch)
    {
        foreach (var scorer in _inner)
        {
            scorer.Release(scratch);
        }
    }
}
