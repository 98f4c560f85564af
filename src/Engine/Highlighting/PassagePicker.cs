namespace ProposalSearch.Engine.Highlighting;

/// <summary>
/// Chooses the best stretches of a document from the positions of the matches alone; no text is read. A stretch is worth the
/// rarity of the parts of the query that it covers, a little more for repeats, and a little more near the beginning; one from a
/// section that has given a passage already is worth half.
/// </summary>
internal sealed class PassagePicker
{
    private const float RepeatWorth = 0.1f;
    private const float EarlyWorth = 0.15f;
    private const float SameSectionWorth = 0.5f;
    private const int EarlyWords = 100;

    private readonly IReadOnlyList<Leaf> _leaves;
    private readonly FoundMatches _matches;
    private readonly List<Stretch> _candidates = [];
    private readonly List<Stretch> _chosen = [];

    public PassagePicker(IReadOnlyList<Leaf> leaves, FoundMatches matches)
    {
        _leaves = leaves;
        _matches = matches;
    }

    /// <summary>Chooses, best first.</summary>
    /// <param name="words">How many words a stretch may span.</param>
    /// <param name="options">What is wanted.</param>
    public IReadOnlyList<Stretch> Pick(int words, HighlightOptions options)
    {
        _candidates.Clear();
        _chosen.Clear();
        for (int i = 0; i < _matches.Count; i++)
        {
            int section = _matches[i].Section;
            if (section >= 0 && !options.Without.Contains(_matches.Label(section)))
            {
                _candidates.Add(Measure(i, section, words));
            }
        }

        while (_chosen.Count < options.MaximumPassages && Best() is { } best)
        {
            _chosen.Add(best);
        }

        return _chosen;
    }

    private Stretch Measure(int index, int section, int words)
    {
        var first = _matches[index];
        int limit = Math.Min(_matches.End(section), first.First + words), last = first.Last;
        ulong covered = 0;
        float worth = 0;
        for (int i = index; i < _matches.Count && _matches[i].First < limit; i++)
        {
            var match = _matches[i];
            if (match.Last >= limit && i > index)
            {
                continue;
            }

            ulong leaf = 1UL << (match.Leaf & 63);
            worth += _leaves[match.Leaf].Weight * ((covered & leaf) == 0 ? 1 : RepeatWorth);
            covered |= leaf;
            last = Math.Max(last, match.Last);
        }

        worth *= 1 + EarlyWorth * EarlyWords / (EarlyWords + first.First - _matches.Begin(section));
        return new Stretch(section, first.First, last, worth);
    }

    private Stretch? Best()
    {
        Stretch? best = null;
        float most = 0;
        foreach (var candidate in _candidates)
        {
            float worth = Discounted(candidate);
            if (worth > most)
            {
                (best, most) = (candidate, worth);
            }
        }

        return best;
    }

    private float Discounted(Stretch candidate)
    {
        float worth = candidate.Worth;
        foreach (var chosen in _chosen)
        {
            if (chosen.Section != candidate.Section)
            {
                continue;
            }

            if (candidate.First <= chosen.Last + Apart && chosen.First <= candidate.Last + Apart)
            {
                return 0;
            }

            worth *= SameSectionWorth;
        }

        return worth;
    }

    /// <summary>Words that must lie between two passages of a section.</summary>
    private const int Apart = 25;
}

/// <summary>A stretch of a document between two matches.</summary>
/// <param name="Section">The section.</param>
/// <param name="First">The position of the first matched word.</param>
/// <param name="Last">The position of the last.</param>
/// <param name="Worth">How good it is.</param>
internal readonly record struct Stretch(int Section, int First, int Last, float Worth);
