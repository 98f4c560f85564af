using System.Buffers;
using System.Text;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Engine.Terms;

/// <summary>
/// Walks through a dictionary and an automaton together: what terms share is stepped through once, and where the automaton has
/// died, terms with that beginning are passed over without being put together, whole blocks of them without being read.
/// </summary>
internal sealed class FuzzyWalk
{
    private const int Alive = int.MaxValue;

    private readonly TermDictionaryReader _dictionary;
    private readonly LevenshteinAutomaton _automaton;
    private readonly IVisitor _visitor;
    private byte[] _term = new byte[64];
    private int[] _states = new int[65];

    /// <summary>
    /// How many bytes of <see cref="_term"/> the automaton has stepped through: there is a state behind each character of them.
    /// </summary>
    private int _known;

    /// <summary>The length of the beginning with which no term is near enough.</summary>
    private int _dead = Alive;

    private FuzzyWalk(TermDictionaryReader dictionary, LevenshteinAutomaton automaton, IVisitor visitor)
    {
        _dictionary = dictionary;
        _automaton = automaton;
        _visitor = visitor;
        _states[0] = automaton.Start;
    }

    /// <summary>Takes the terms that are near enough, in their order.</summary>
    public interface IVisitor
    {
        /// <summary>Is given a term that is near enough, and how many edits away it is.</summary>
        void Visit(ReadOnlySpan<byte> term, int edits, TermEntry entry);
    }

    /// <summary>Visits all terms that the automaton accepts.</summary>
    public static void Visit(TermDictionaryReader dictionary, LevenshteinAutomaton automaton, IVisitor visitor, TimeLimit limit)
    {
        var walk = new FuzzyWalk(dictionary, automaton, visitor);
        for (int block = 0; block < dictionary.BlockCount; block++)
        {
            limit.Step();
            if (!walk.CanPass(block))
            {
                walk.Visit(block);
            }
        }
    }

    /// <summary>Whether the first term of the next block still has the dead beginning, and so all of this block have it.</summary>
    private bool CanPass(int block) =>
        _dead != Alive && block + 1 < _dictionary.BlockCount && _dictionary.FirstTerm(block + 1).StartsWith(_term.AsSpan(0, _dead));

    private void Visit(int block)
    {
        var bytes = _dictionary.Block(block);
        int at = 0;
        long postings = (long)VarInt.ReadLong(bytes, ref at), positions = (long)VarInt.ReadLong(bytes, ref at);
        bool first = true;
        int length = 0;
        for (int left = _dictionary.EntriesOf(block); left > 0; left--)
        {
            int shared = (int)VarInt.Read(bytes, ref at), rest = (int)VarInt.Read(bytes, ref at);
            _dictionary.CheckShared(shared, length);
            length = shared + rest;
            var suffix = bytes.Slice(at, rest);
            at += rest;
            int frequency = (int)VarInt.Read(bytes, ref at);
            int common = first
                ? suffix.CommonPrefixLength(_term.AsSpan(0, Math.Min(_term.Length, Math.Max(_known, _dead == Alive ? 0 : _dead))))
                : shared;
            if (common < _dead)
            {
                Step(shared, suffix, common, new TermEntry(frequency, postings, positions));
            }

            postings += (long)VarInt.ReadLong(bytes, ref at);
            positions += (long)VarInt.ReadLong(bytes, ref at);
            first = false;
        }
    }

    private void Step(int shared, ReadOnlySpan<byte> suffix, int common, TermEntry entry)
    {
        int length = shared + suffix.Length;
        MakeRoom(length);
        suffix.CopyTo(_term.AsSpan(shared));
        var term = _term.AsSpan(0, length);
        int at = Back(term, Math.Min(common, _known));
        int state = Step(term, ref at);
        _known = at;
        _dead = state < 0 ? at + 1 : Alive;
        if (state >= 0 && _automaton.IsMatch(state))
        {
            _visitor.Visit(term, _automaton.Distance(state), entry);
        }
    }

    private void MakeRoom(int length)
    {
        if (_term.Length < length)
        {
            Array.Resize(ref _term, length * 2);
            Array.Resize(ref _states, length * 2 + 1);
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
    private int Step(ReadOnlySpan<byte> term, ref int at)
    {
        int state = _states[at];
        while (at < term.Length)
        {
            int length = 1, character = term[at];
            if (character >= 0x80)
            {
                bool valid = Rune.DecodeFromUtf8(term[at..], out var rune, out length) == OperationStatus.Done;
                character = valid ? rune.Value : Rune.ReplacementChar.Value;
            }

            state = _automaton.Step(state, character);
            if (state < 0)
            {
                at += length - 1;
                return -1;
            }

            at += length;
            _states[at] = state;
        }

        return state;
    }
}
