using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;

namespace ProposalSearch.Retrieval.Scoring;

/// <summary>Finds the places of a phrase in a document from the positions of its terms. Belongs to one search.</summary>
public sealed class PhraseMatcher
{
    /// <summary>Most documents have a phrase's words so seldom that the clock is not looked at on their account.</summary>
    private const int TurnsBetweenChecks = 1024;

    private readonly int[] _places;
    private readonly int[] _groups;
    private readonly int _slop;
    private readonly int[][] _positions;
    private readonly int[] _counts;
    private readonly int[] _at;

    /// <summary>A matcher of a phrase.</summary>
    /// <param name="places">The place of each term in the phrase.</param>
    /// <param name="groups">For each term, the first term that is the same.</param>
    /// <param name="slop">Moves that a place may need.</param>
    public PhraseMatcher(int[] places, int[] groups, int slop)
    {
        _places = places;
        _groups = groups;
        _slop = slop;
        _positions = new int[places.Length][];
        for (int i = 0; i < places.Length; i++)
        {
            _positions[i] = new int[64];
        }

        _counts = new int[places.Length];
        _at = new int[places.Length];
    }

    /// <summary>The matches found last, in order.</summary>
    public List<PhraseMatch> Matches { get; } = [];

    /// <summary>Room for the positions of a term.</summary>
    public int[] Room(int term, int count)
    {
        if (_positions[term].Length < count)
        {
            _positions[term] = new int[Math.Max(count, _positions[term].Length * 2)];
        }

        return _positions[term];
    }

    /// <summary>Says how many positions of a term are in its room.</summary>
    public void SetCount(int term, int count) => _counts[term] = count;

    /// <summary>The positions of a term, as they were set.</summary>
    public ReadOnlySpan<int> Positions(int term) => _positions[term].AsSpan(0, _counts[term]);

    /// <summary>How often the phrase is in the document: places, or for a sloppy phrase the sum of 1 / (1 + moves).</summary>
    public float Frequency(TimeLimit limit) => _slop == 0 ? Exact() : Sloppy(limit);

    /// <summary>
    /// Adds what was found last, as something to point at: a match as a whole, or the words of a sloppy one each by itself, since others
    /// may stand between them.
    /// </summary>
    /// <param name="matches">Is added to.</param>
    /// <param name="leaf">Which part of the query it is.</param>
    public void AddTo(List<Match> matches, int leaf)
    {
        ArgumentNullException.ThrowIfNull(matches);
        foreach (var match in Matches)
        {
            if (_slop == 0)
            {
                matches.Add(new Match(match.Start + _places[0], match.Start + _places[^1], leaf));
            }
            else
            {
                AddWords(match, matches, leaf);
            }
        }
    }

    private void AddWords(PhraseMatch match, List<Match> matches, int leaf)
    {
        for (int term = 0; term < _places.Length; term++)
        {
            int from = match.Start + _places[term];
            foreach (int position in Positions(term))
            {
                if (position >= from && position <= from + match.Moves)
                {
                    matches.Add(new Match(position, position, leaf));
                }
            }
        }
    }

    private float Exact()
    {
        Matches.Clear();
        var first = _positions[0].AsSpan(0, _counts[0]);
        Array.Clear(_at);
        foreach (int position in first)
        {
            if (HasAllFrom(position - _places[0]))
            {
                Matches.Add(new PhraseMatch(position - _places[0], position, 0));
            }
        }

        return Matches.Count;
    }

    private bool HasAllFrom(int start)
    {
        for (int term = 1; term < _places.Length; term++)
        {
            int wanted = start + _places[term], at = _at[term], count = _counts[term];
            var positions = _positions[term];
            while (at < count && positions[at] < wanted)
            {
                at++;
            }

            _at[term] = at;
            if (at == count || positions[at] != wanted)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The walk of Lucene's sloppy phrases: the term that lies furthest back moves on until it is no longer the last; the spread at
    /// its smallest is the number of moves. Terms that are the same never stand on the same position.
    /// </summary>
    private float Sloppy(TimeLimit limit)
    {
        Matches.Clear();
        Array.Clear(_at);
        if (!SpreadRepeats())
        {
            return 0;
        }

        float frequency = 0;
        int end = LastPosition();
        bool more = true;
        for (int turns = 1; more; turns++)
        {
            if (turns % TurnsBetweenChecks == 0)
            {
                limit.Check();
            }

            int term = Furthest(except: -1), spread = end - Position(term), start = Position(term);
            more = MoveOn(term, ref end, ref spread, ref start);
            if (spread <= _slop)
            {
                frequency += 1f / (1 + spread);
                Matches.Add(new PhraseMatch(start, start + _places[term], spread));
            }
        }

        return frequency;
    }

    /// <summary>
    /// Moves a term on until it is behind the next one, and tells its smallest spread and where that was; false at its end.
    /// </summary>
    private bool MoveOn(int term, ref int end, ref int spread, ref int start)
    {
        int next = _places.Length > 1 ? Position(Furthest(term)) : int.MaxValue;
        while (Advance(term, ref end) && SeparateRepeats(term, ref end))
        {
            if (Position(term) > next)
            {
                return true;
            }

            if (end - Position(term) < spread)
            {
                spread = end - Position(term);
                start = Position(term);
            }
        }

        return false;
    }

    private int LastPosition()
    {
        int last = int.MinValue;
        for (int term = 0; term < _places.Length; term++)
        {
            last = Math.Max(last, Position(term));
        }

        return last;
    }

    private int Position(int term) => _positions[term][_at[term]] - _places[term];

    private bool Advance(int term, ref int end)
    {
        if (++_at[term] >= _counts[term])
        {
            return false;
        }

        end = Math.Max(end, Position(term));
        return true;
    }

    private int Furthest(int except)
    {
        int best = -1;
        for (int term = 0; term < _places.Length; term++)
        {
            if (term != except && (best < 0 || IsBefore(term, best)))
            {
                best = term;
            }
        }

        return best;
    }

    private bool IsBefore(int term, int other)
    {
        int a = Position(term), b = Position(other);
        return a < b || (a == b && _places[term] < _places[other]);
    }

    private bool SpreadRepeats()
    {
        for (int term = 0; term < _places.Length; term++)
        {
            int before = 0;
            for (int other = 0; other < term; other++)
            {
                before += _groups[other] == _groups[term] ? 1 : 0;
            }

            if (before >= _counts[term])
            {
                return false;
            }

            _at[term] = before;
        }

        return true;
    }

    private bool SeparateRepeats(int term, ref int end)
    {
        for (int other = Collision(term); other >= 0; other = Collision(term))
        {
            if (IsBefore(other, term))
            {
                term = other;
            }

            if (!Advance(term, ref end))
            {
                return false;
            }
        }

        return true;
    }

    private int Collision(int term)
    {
        for (int other = 0; other < _places.Length; other++)
        {
            if (other != term && _groups[other] == _groups[term] && _positions[other][_at[other]] == _positions[term][_at[term]])
            {
                return other;
            }
        }

        return -1;
    }
}

/// <summary>A place of a phrase in a document.</summary>
/// <param name="Start">Where the phrase's place 0 would be; no word need stand there.</param>
/// <param name="Word">Where one of its words stands.</param>
/// <param name="Moves">By how much its words are moved from their places.</param>
public readonly record struct PhraseMatch(int Start, int Word, int Moves)
{
    /// <summary>What it adds to the frequency of the phrase: the less, the further its words are moved.</summary>
    public float Worth => 1f / (1 + Moves);
}
