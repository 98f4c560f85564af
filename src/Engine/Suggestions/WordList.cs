using System.Text;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Engine.Timing;

namespace ProposalSearch.Engine.Suggestions;

/// <summary>The words of the phrases, sorted by their UTF-8 bytes, in place in the file.</summary>
internal readonly ref struct WordList(ReadOnlySpan<uint> ends, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<uint> _ends = ends;
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>How many words.</summary>
    public int Count => _ends.Length;

    /// <summary>A word by its number.</summary>
    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var start = number == 0 ? 0 : (int)_ends[number - 1];
            return _bytes[start..(int)_ends[number]];
        }
    }

    /// <summary>The words that are this one (none or one), or that begin with it.</summary>
    public WordRange Find(ReadOnlySpan<byte> word, bool isPrefix)
    {
        var from = FirstAtLeast(word);
        var to = isPrefix ? EndOfPrefix(word, from) : from < Count && this[from].SequenceEqual(word) ? from + 1 : from;
        return new WordRange(from, to, 0);
    }

    /// <summary>
    /// The words that are within the automaton's edits of its term, or that begin so, as ranges in order. Neighbours with the same
    /// number of edits are one range for a beginning; of whole words each is a range of its own, so that what follows it is in order.
    /// </summary>
    public List<WordRange> FindNear(LevenshteinAutomaton automaton, bool isPrefix, TimeLimit time)
    {
        var found = new List<WordRange>();
        var walk = new NearWalk(automaton);
        for (var number = 0; number < Count;)
        {
            time.Step();
            var word = this[number];
            var alive = walk.MoveTo(word, out var reached);
            var end = alive ? number + 1 : EndOfPrefix(word[..reached], number + 1);
            var edits = isPrefix ? walk.FewestEdits(reached) : alive ? walk.Edits(reached) : int.MaxValue;
            if (edits != int.MaxValue)
            {
                Add(found, new WordRange(number, end, edits), isPrefix);
            }

            number = end;
        }

        return found;
    }

    private static void Add(List<WordRange> ranges, WordRange range, bool merge)
    {
        if (merge && ranges.Count > 0 && ranges[^1].To == range.From && ranges[^1].Edits == range.Edits)
        {
            ranges[^1] = ranges[^1] with { To = range.To };
        }
        else
        {
            ranges.Add(range);
        }
    }

    private int FirstAtLeast(ReadOnlySpan<byte> word)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this[middle].SequenceCompareTo(word) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Where the words that begin with these bytes end: by steps that double, since most such ranges are short, and then by halves.
    private int EndOfPrefix(ReadOnlySpan<byte> prefix, int from)
    {
        var (low, step) = (from, 1);
        while (low + step <= Count && this[low + step - 1].StartsWith(prefix))
        {
            low += step;
            step *= 2;
        }

        for (var high = Math.Min(low + step, Count); low < high;)
        {
            var middle = (low + high) / 2;
            (low, high) = this[middle].StartsWith(prefix) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The automaton on its way from one word to the next: what the two share is not stepped through again.</summary>
    private ref struct NearWalk
    {
        private readonly LevenshteinAutomaton _automaton;
        private readonly List<(int State, int Fewest)> _states = [];
        private ReadOnlySpan<byte> _word;

        public NearWalk(LevenshteinAutomaton automaton)
        {
            _automaton = automaton;
            _states.Add((automaton.Start, automaton.Distance(automaton.Start)));
        }

        /// <summary>Steps through a word; false where the automaton dies, at a letter that ends at <paramref name="reached"/>.</summary>
        public bool MoveTo(ReadOnlySpan<byte> word, out int reached)
        {
            reached = Math.Min(word.CommonPrefixLength(_word), _states.Count - 1);
            while (reached > 0 && reached < word.Length && (word[reached] & 0xC0) == 0x80)
            {
                reached--;
            }

            _word = word;
            while (reached < word.Length)
            {
                var (state, fewest) = _states[reached];
                Rune.DecodeFromUtf8(word[reached..], out var rune, out var read);
                var next = _automaton.Step(state, rune.Value);
                _states.RemoveRange(reached + 1, _states.Count - reached - 1);
                if (next == LevenshteinAutomaton.Dead)
                {
                    reached += read;
                    return false;
                }

                for (reached += read; read > 0; read--)
                {
                    _states.Add((next, Math.Min(fewest, _automaton.Distance(next))));
                }
            }

            _states.RemoveRange(reached + 1, _states.Count - reached - 1);
            return true;
        }

        /// <summary>The edits of the whole word.</summary>
        public readonly int Edits(int reached) => _automaton.Distance(_states[reached].State);

        /// <summary>The fewest edits of any beginning of the word.</summary>
        public readonly int FewestEdits(int reached) => _states[Math.Min(reached, _states.Count - 1)].Fewest;
    }
}
