using System.Buffers;
using System.Text;

namespace ProposalSearch.Engine.Terms;

/// <summary>
/// Walks through a dictionary and an automaton together: what terms share is stepped through once, and where the automaton has
/// died the walk goes on behind all terms with that beginning.
/// </summary>
internal static class FuzzyWalk
{
    /// <summary>Takes the terms that are near enough, in their order.</summary>
    public interface IVisitor
    {
        /// <summary>A term.</summary>
        void Visit(ReadOnlySpan<byte> term, int edits, TermEntry entry);
    }

    /// <summary>Visits all terms that the automaton accepts.</summary>
    public static void Visit(TermDictionaryReader dictionary, LevenshteinAutomaton automaton, IVisitor visitor)
    {
        var cursor = dictionary.Walk();
        int[] states = new int[64];
        states[0] = automaton.Start;
        int known = 0, dead = int.MaxValue;
        while (cursor.MoveNext())
        {
            var term = cursor.Term;
            if (cursor.Shared >= dead)
            {
                continue;
            }

            dead = int.MaxValue;
            if (states.Length <= term.Length)
            {
                Array.Resize(ref states, term.Length * 2);
            }

            int at = Back(term, Math.Min(cursor.Shared, known));
            int state = Step(automaton, term, states, ref at);
            known = at;
            if (state < 0)
            {
                dead = at + 1;
            }
            else if (automaton.IsMatch(state))
            {
                visitor.Visit(term, automaton.Distance(state), cursor.Entry);
            }
        }
    }

    /// <summary>The beginning of the character that a place lies in.</summary>
    private static int Back(ReadOnlySpan<byte> term, int at)
    {
        while (at > 0 && at < term.Length && (term[at] & 0xC0) == 0x80)
        {
            at--;
        }

        return at;
    }

    /// <summary>Steps from <paramref name="at"/> to the end, or to the byte at which the automaton dies: -1.</summary>
    private static int Step(LevenshteinAutomaton automaton, ReadOnlySpan<byte> term, int[] states, ref int at)
    {
        int state = states[at];
        while (at < term.Length)
        {
            int length = 1, character = term[at];
            if (character >= 0x80)
            {
                bool valid = Rune.DecodeFromUtf8(term[at..], out var rune, out length) == OperationStatus.Done;
                character = valid ? rune.Value : Rune.ReplacementChar.Value;
            }

            state = automaton.Step(state, character);
            if (state < 0)
            {
                at += length - 1;
                return -1;
            }

            at += length;
            states[at] = state;
        }

        return state;
    }
}
