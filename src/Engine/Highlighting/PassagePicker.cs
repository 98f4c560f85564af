using ProposalSearch.Engine.Timing;

namespace ProposalSearch.Engine.Highlighting;

/// <summary>
/// Chooses the best stretches of a document from the positions of the matches alone; no text is read. A stretch is worth the
/// rarity of the parts of the query that it covers, a little more for repeats, and a little more near the beginning; one from a
/// section that has given a passage already is worth half.
/// </summary>
internal sealed class PassagePicker
{
    /// <summary>Words that must lie between two passages of a section.</summary>
    private const int Apart = 25;

    private const float RepeatWorth = 0.1f;
    private const float EarlyWorth = 0.15f;
    private const float SameSectionWorth = 0.5f;
    private const int EarlyWords = 100;

    private readonly float[] _weights;
    private readonly FoundMatches _matches;
    private readonly TimeLimit _limit;
    private readonly List<Stretch> _candidates = [];
    private readonly List<float> _worths = [];

    /// <summary>A picker among the stretches that begin with a match.</summary>
    /// <param name="weights">What a match of each part of the query is worth.</param>
    /// <param name="matches">What was found.</param>
    /// <param name="words">How many words a stretch may span.</param>
    /// <param name="without">Labels of sections to leave out.</param>
    /// <param name="limit">How long it may take.</param>
    public PassagePicker(float[] weights, FoundMatches matches, int words, IReadOnlySet<int> without, TimeLimit limit)
    {
        _limit = limit;
        _weights = weights;
        _matches = matches;
        for (int i = 0; i < matches.Count; i++)
        {
            int section = matches[i].Section;
            if (section >= 0 && !without.Contains(matches.Label(section)))
            {
                _candidates.Add(Measure(i, section, words));
                _worths.Add(_candidates[^1].Worth);
            }
        }
    }

    /// <summary>The best stretch that is left, which is not offered again; <see langword="null"/> where none is left.</summary>
    public Stretch? Next()
    {
        int best = -1;
        float most = 0;
        for (int i = 0; i < _worths.Count; i++)
        {
            if (_worths[i] > most)
            {
                (best, most) = (i, _worths[i]);
            }
        }

        if (best < 0)
        {
            return null;
        }

        _worths[best] = 0;
        return _candidates[best];
    }

    /// <summary>Says that a stretch has become a passage: others of its section are worth less, those near it nothing.</summary>
    /// <param name="chosen">The stretch.</param>
    /// <param name="shown">The last position that its passage shows a match at.</param>
    public void Choose(Stretch chosen, int shown)
    {
        int first = chosen.First - Apart, last = Math.Max(chosen.Last + Apart, shown);
        for (int i = 0; i < _candidates.Count; i++)
        {
            var candidate = _candidates[i];
            if (candidate.Section == chosen.Section)
            {
                _worths[i] *= candidate.First <= last && candidate.Last >= first ? 0 : SameSectionWorth;
            }
        }
    }

    private Stretch Measure(int index, int section, int words)
    {
        _limit.Step();
        var first = _matches[index];
        int limit = Math.Min(_matches.End(section), first.First + words), last = first.Last;
        ulong covered = 0;
        float worth = 0;
        var all = _matches.All;
        for (int i = index; i < all.Length && all[i].First < limit; i++)
        {
            ref readonly var match = ref all[i];
            if (match.Last >= limit && i > index)
            {
                continue;
            }

            ulong leaf = 1UL << (match.Leaf & 63);
            worth += _weights[match.Leaf] * ((covered & leaf) == 0 ? 1 : RepeatWorth);
            covered |= leaf;
            last = Math.Max(last, match.Last);
        }

        worth *= 1 + EarlyWorth * EarlyWords / (EarlyWords + first.First - _matches.Begin(section));
        return new Stretch(section, first.First, last, index, worth);
    }
}

/// <summary>A stretch of a document between two matches.</summary>
/// <param name="Section">The section.</param>
/// <param name="First">The position of the first matched word.</param>
/// <param name="Last">The position of the last.</param>
/// <param name="Match">The number of the match that it begins with.</param>
/// <param name="Worth">How good it is.</param>
internal readonly record struct Stretch(int Section, int First, int Last, int Match, float Worth);
