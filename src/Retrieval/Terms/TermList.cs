using System.Text;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Retrieval.Terms;

/// <summary>
/// Terms in the order of their UTF-8 bytes, each with how many documents have it, in memory: looking for near ones looks at most of them.
/// Thread-safe.
/// </summary>
public sealed class TermList
{
    private readonly byte[] _bytes;
    private readonly int[] _ends;
    private readonly int[] _frequencies;

    /// <summary>Terms.</summary>
    /// <param name="bytes">Their bytes, one after the other.</param>
    /// <param name="ends">Where each ends.</param>
    /// <param name="frequencies">How many documents have each.</param>
    public TermList(byte[] bytes, int[] ends, int[] frequencies) => (_bytes, _ends, _frequencies) = (bytes, ends, frequencies);

    /// <summary>How many terms there are.</summary>
    public int Count => _ends.Length;

    /// <summary>Calls back for each term that an automaton takes: the term, its edits, and how many documents have it.</summary>
    public void Find(LevenshteinAutomaton automaton, Action<string, int, int> found, TimeLimit limit)
    {
        var states = new List<int> { automaton.Start };
        var places = new List<int> { 0 };
        for (int i = 0, steps = 0; i < Count; steps++)
        {
            limit.Step();
            var term = Term(i);
            int state = Walk(automaton, term, states, places, i > 0 ? term.CommonPrefixLength(Term(i - 1)) : 0);
            if (state == LevenshteinAutomaton.Dead)
            {
                i = After(i, term[..places[^1]]);
                states.RemoveAt(states.Count - 1);
                places.RemoveAt(places.Count - 1);
                continue;
            }

            if (automaton.IsMatch(state))
            {
                found(Encoding.UTF8.GetString(term), automaton.Distance(state), _frequencies[i]);
            }

            i++;
        }
    }

    /// <summary>Goes on from the letters that a term shares with the one before it. A dead end is the last of the states.</summary>
    private static int Walk(LevenshteinAutomaton automaton, ReadOnlySpan<byte> term, List<int> states, List<int> places, int shared)
    {
        while (places[^1] > shared)
        {
            states.RemoveAt(states.Count - 1);
            places.RemoveAt(places.Count - 1);
        }

        for (int at = places[^1]; at < term.Length;)
        {
            Rune.DecodeFromUtf8(term[at..], out var letter, out int length);
            at += length;
            int state = automaton.Step(states[^1], letter.Value);
            states.Add(state);
            places.Add(at);
            if (state == LevenshteinAutomaton.Dead)
            {
                return state;
            }
        }

        return states[^1];
    }

    /// <summary>The first term from one on that does not begin as it does.</summary>
    private int After(int from, ReadOnlySpan<byte> beginning)
    {
        int low = from + 1, step = 1;
        while (low + step < Count && Term(low + step - 1).StartsWith(beginning))
        {
            low += step;
            step *= 2;
        }

        for (int high = Math.Min(low + step, Count); low < high;)
        {
            int middle = (low + high) >>> 1;
            if (Term(middle).StartsWith(beginning))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>How many documents have a term; 0 where none has.</summary>
    public int FrequencyOf(string term)
    {
        byte[] wanted = Encoding.UTF8.GetBytes(term);
        int at = FirstFrom(wanted);
        return at < Count && Term(at).SequenceEqual(wanted) ? _frequencies[at] : 0;
    }

    /// <summary>The number of the first term that is not before some bytes.</summary>
    public int FirstFrom(ReadOnlySpan<byte> bytes)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Term(middle).SequenceCompareTo(bytes) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>How many documents have the term of a number.</summary>
    public int Frequency(int index) => _frequencies[index];

    /// <summary>The UTF-8 bytes of the term of a number.</summary>
    public ReadOnlySpan<byte> Term(int index) => Bytes(index).Span;

    /// <summary>As <see cref="Term"/>, to be kept.</summary>
    public ReadOnlyMemory<byte> Bytes(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _bytes.AsMemory(start, _ends[index] - start);
    }
}
