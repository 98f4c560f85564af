namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Documents that match any of some queries; scores add up.</summary>
internal sealed class AnyScorer(Scorer[] inner) : Scorer
{
    /// <inheritdoc/>
    public override long Cost { get; } = inner.Sum(scorer => scorer.Cost);

    /// <inheritdoc/>
    public override void Fill(Window window, ulong[]? candidates, bool scored, Scratch scratch)
    {
        foreach (var scorer in inner)
        {
            scorer.Fill(window, candidates, scored, scratch);
        }
    }
}

/// <summary>The documents of another scorer, all with the same score.</summary>
internal sealed class ConstantScorer(Scorer inner, float score) : Scorer
{
    /// <inheritdoc/>
    public override long Cost => inner.Cost;

    /// <inheritdoc/>
    public override void Fill(Window window, ulong[]? candidates, bool scored, Scratch scratch)
    {
        var matches = scratch.Rent(window.Start);
        inner.Fill(matches, candidates, scored: false, scratch);
        for (int at = scored ? Window.Next(matches.Bits, 0) : Window.Size; at < Window.Size; at = Window.Next(matches.Bits, at + 1))
        {
            window.Scores[at] += score;
        }

        window.Add(matches, scored: false);
        scratch.Return(matches);
    }
}
