using System.Numerics;

namespace ProposalSearch.Retrieval.Matching;

/// <summary>Documents by several conditions: all of some, enough of others, none of the rest.</summary>
public sealed class BooleanScorer : Scorer
{
    private readonly (Scorer Scorer, bool Scores)[] _required;
    private readonly Scorer[] _optional;
    private readonly Scorer[] _excluded;
    private readonly int _minimum;
    private readonly int[] _counts;
    private readonly HopefulMatches? _hopeful;

    /// <summary>
    /// What is required comes in the order in which it is looked at, the cheapest first. Either something is required or
    /// <paramref name="minimum"/> is at least 1.
    /// </summary>
    public BooleanScorer(IEnumerable<(Scorer Scorer, bool Scores)> required, Scorer[] optional, Scorer[] excluded, int minimum)
    {
        _required = [.. required];
        _optional = optional;
        _excluded = excluded;
        _minimum = minimum;
        _counts = minimum > 1 ? new int[Window.Size] : [];
        _hopeful = _required.Length > 0 && minimum == 0 && optional.Length > 0 ? new HopefulMatches(optional) : null;
        Cost = _required.Length > 0 ? _required.Min(one => one.Scorer.Cost) : optional.Sum(scorer => scorer.Cost);
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int Next(int target) => _required.Length > 0 ? NextRequired(target) : NextOptional(target);

    /// <inheritdoc/>
    /// <remarks>What is required says what matches; what is optional is looked up only where it can make a difference.</remarks>
    public override bool ScoreAbove(float threshold) => _hopeful?.ScoreAbove(threshold) == true;

    /// <inheritdoc/>
    public override void Fill(Window window, bool scored, Workspace scratch) => Find(window, null, scored, scratch);

    /// <inheritdoc/>
    public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch) =>
        Find(window, candidates, scored, scratch);

    /// <inheritdoc/>
    public override void Release(Workspace scratch)
    {
        foreach (var scorer in _required.Select(one => one.Scorer).Concat(_optional).Concat(_excluded))
        {
            scorer.Release(scratch);
        }
    }

    private void Find(Window window, ulong[]? candidates, bool scored, Workspace scratch)
    {
        var matches = scratch.RentWindow(window);
        if (Required(matches, candidates, scored, scratch) && Optional(matches, candidates, scored, scratch))
        {
            Exclude(matches, scratch);
            window.Add(matches, scored);
        }

        scratch.Return(matches);
    }

    private int NextRequired(int target)
    {
        while (true)
        {
            int furthest = target;
            foreach (var (scorer, _) in _required)
            {
                furthest = Math.Max(furthest, scorer.Next(target));
            }

            if (furthest == NoMore || furthest - target < Window.Size)
            {
                return furthest;
            }

            target = furthest;
        }
    }

    private int NextOptional(int target)
    {
        int least = NoMore;
        foreach (var scorer in _optional)
        {
            least = Math.Min(least, scorer.Next(target));
        }

        return least;
    }

    private bool Required(Window matches, ulong[]? candidates, bool scored, Workspace scratch)
    {
        for (int i = 0; i < _required.Length; i++)
        {
            var (scorer, scores) = _required[i];
            if (i == 0)
            {
                scorer.FillAmong(matches, candidates, scored && scores, scratch);
            }
            else
            {
                Intersect(matches, scorer, scored && scores, scratch);
            }

            if (!matches.Any())
            {
                return false;
            }
        }

        return true;
    }

    private static void Intersect(Window matches, Scorer scorer, bool scored, Workspace scratch)
    {
        var other = scratch.RentWindow(matches);
        scorer.FillWithin(other, matches.Bits, scored, scratch);
        matches.Keep(other.Bits, set: true);
        if (scored)
        {
            matches.AddScores(other);
        }

        scratch.Return(other);
    }

    private bool Optional(Window matches, ulong[]? candidates, bool scored, Workspace scratch)
    {
        if (_optional.Length == 0 || (_minimum == 0 && !scored))
        {
            return _minimum == 0;
        }

        if (_minimum > 1)
        {
            Array.Clear(_counts);
        }

        bool open = _required.Length == 0;
        var others = scratch.RentWindow(matches);
        if (_hopeful is { IsBounded: true })
        {
            _hopeful.Fill(matches, others, scratch);
        }
        else
        {
            FillOptional(others, open ? candidates : matches.Bits, scored, scratch);
        }

        if (_minimum > 1)
        {
            KeepCounted(others);
        }

        Combine(matches, others, open, scored);
        scratch.Return(others);
        return true;
    }

    private void FillOptional(Window others, ulong[]? candidates, bool scored, Workspace scratch)
    {
        foreach (var scorer in _optional)
        {
            scratch.Limit.Step();
            if (_minimum > 1)
            {
                Count(scorer, others, scored, scratch);
            }
            else
            {
                scorer.FillAmong(others, candidates, scored, scratch);
            }
        }
    }

    private void Combine(Window matches, Window others, bool open, bool scored)
    {
        if (open)
        {
            matches.Add(others, scored);
            return;
        }

        if (_minimum > 0)
        {
            matches.Keep(others.Bits, set: true);
        }

        if (scored)
        {
            matches.AddScores(others);
        }
    }

    private void Count(Scorer scorer, Window others, bool scored, Workspace scratch)
    {
        var one = scratch.RentWindow(others);
        scorer.Fill(one, scored, scratch);
        for (ulong left = one.Touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            for (ulong bits = one.Bits[word]; bits != 0; bits &= bits - 1)
            {
                _counts[word * 64 + BitOperations.TrailingZeroCount(bits)]++;
            }
        }

        others.Add(one, scored);
        scratch.Return(one);
    }

    private void KeepCounted(Window others)
    {
        for (ulong left = others.Touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            for (ulong bits = others.Bits[word]; bits != 0; bits &= bits - 1)
            {
                int at = BitOperations.TrailingZeroCount(bits);
                if (_counts[word * 64 + at] < _minimum)
                {
                    others.Bits[word] &= ~(1UL << at);
                }
            }
        }
    }

    private void Exclude(Window matches, Workspace scratch)
    {
        foreach (var scorer in _excluded)
        {
            var others = scratch.RentWindow(matches);
            scorer.FillWithin(others, matches.Bits, scored: false, scratch);
            matches.Keep(others.Bits, set: false);
            scratch.Return(others);
        }
    }
}
