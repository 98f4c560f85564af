namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Documents by several conditions: all of some, enough of others, none of the rest.</summary>
internal sealed class BooleanScorer : Scorer
{
    private readonly (Scorer Scorer, bool Scores)[] _required;
    private readonly Scorer[] _optional;
    private readonly Scorer[] _excluded;
    private readonly int _minimum;
    private readonly int[] _counts;

    /// <summary>What is required comes in the order in which it is looked at. Either something is required or <paramref name="minimum"/>
    /// is at least 1.</summary>
    public BooleanScorer(IEnumerable<(Scorer Scorer, bool Scores)> required, Scorer[] optional, Scorer[] excluded, int minimum)
    {
        _required = [.. required];
        _optional = optional;
        _excluded = excluded;
        _minimum = minimum;
        _counts = minimum > 1 ? new int[Window.Size] : [];
        Cost = _required.Length > 0 ? _required.Min(one => one.Scorer.Cost) : optional.Sum(scorer => scorer.Cost);
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override void Fill(Window window, ulong[]? candidates, bool scored, Scratch scratch)
    {
        var matches = scratch.Rent(window.Start);
        if (Require(matches, candidates, scored, scratch))
        {
            AddOptional(matches, candidates, scored, scratch);
            Exclude(matches, scratch);
            window.Add(matches, scored);
        }

        scratch.Return(matches);
    }

    private bool Require(Window matches, ulong[]? candidates, bool scored, Scratch scratch)
    {
        for (int i = 0; i < _required.Length; i++)
        {
            var (scorer, scores) = _required[i];
            if (i == 0)
            {
                scorer.Fill(matches, candidates, scored && scores, scratch);
            }
            else
            {
                var other = scratch.Rent(matches.Start);
                scorer.Fill(other, matches.Bits, scored && scores, scratch);
                matches.Keep(other.Bits, set: true);
                AddScores(matches, other, scored && scores);
                scratch.Return(other);
            }

            if (!matches.Any())
            {
                return false;
            }
        }

        return true;
    }

    private void AddOptional(Window matches, ulong[]? candidates, bool scored, Scratch scratch)
    {
        if (_optional.Length == 0 || (_minimum == 0 && !scored))
        {
            return;
        }

        bool open = _required.Length == 0;
        var others = scratch.Rent(matches.Start);
        Array.Clear(_counts);
        foreach (var scorer in _optional)
        {
            Fill(scorer, others, open ? candidates : matches.Bits, scored, scratch);
        }

        KeepCounted(others);
        if (open)
        {
            matches.Add(others, scored);
        }
        else
        {
            matches.Keep(_minimum > 0 ? others.Bits : matches.Bits, set: true);
            AddScores(matches, others, scored);
        }

        scratch.Return(others);
    }

    private void Fill(Scorer scorer, Window others, ulong[]? candidates, bool scored, Scratch scratch)
    {
        if (_minimum <= 1)
        {
            scorer.Fill(others, candidates, scored, scratch);
            return;
        }

        var one = scratch.Rent(others.Start);
        scorer.Fill(one, candidates, scored, scratch);
        for (int at = Window.Next(one.Bits, 0); at < Window.Size; at = Window.Next(one.Bits, at + 1))
        {
            _counts[at]++;
        }

        others.Add(one, scored);
        scratch.Return(one);
    }

    private void KeepCounted(Window others)
    {
        for (int at = 0; at < _counts.Length; at++)
        {
            if (_counts[at] < _minimum)
            {
                others.Bits[at >> 6] &= ~(1UL << at);
            }
        }
    }

    private void Exclude(Window matches, Scratch scratch)
    {
        foreach (var scorer in _excluded)
        {
            var others = scratch.Rent(matches.Start);
            scorer.Fill(others, matches.Bits, scored: false, scratch);
            matches.Keep(others.Bits, set: false);
            scratch.Return(others);
        }
    }

    private static void AddScores(Window matches, Window others, bool scored)
    {
        if (scored)
        {
            matches.AddScores(others);
        }
    }
}
