namespace ProposalSearch.Retrieval.Matching;

/// <summary>Documents that match any of some queries; scores add up.</summary>
public sealed class DisjunctionScorer : Scorer
{
    private readonly Scorer[] _inner;
    private readonly int[] _next;

    /// <summary>Any of some queries.</summary>
    public DisjunctionScorer(Scorer[] inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _next = new int[inner.Length];
        Array.Fill(_next, -1);
        Cost = inner.Sum(scorer => scorer.Cost);
    }

    /// <summary>The queries.</summary>
    public IReadOnlyList<Scorer> Inner => _inner;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public override void Fill(Window window, bool scored, Workspace scratch)
    {
        foreach (var scorer in _inner)
        {
            scratch.Limit.Step();
            scorer.Fill(window, scored, scratch);
        }
    }

    /// <inheritdoc/>
    public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch)
    {
        foreach (var scorer in _inner)
        {
            scratch.Limit.Step();
            scorer.FillWithin(window, candidates, scored, scratch);
        }
    }

    /// <inheritdoc/>
    public override void Release(Workspace scratch)
    {
        foreach (var scorer in _inner)
        {
            scorer.Release(scratch);
        }
    }
}
