using System.Text;

namespace ProposalSearch.Engine.Terms;

/// <summary>
/// Accepts the terms within a number of edits of one. A state is a row of the table of edit distances, with the row before it where
/// neighbours may change places; rows are made when they are first reached and then found by look-up. Not thread-safe.
/// </summary>
public sealed class LevenshteinAutomaton
{
    private readonly int[] _term;
    private readonly int _maxEdits;
    private readonly int _prefixLength;
    private readonly bool _transpositions;
    private readonly int[] _alphabet;
    private readonly sbyte[] _classOfAscii = new sbyte[128];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<State> _states = [];

    /// <summary>An automaton.</summary>
    /// <param name="term">The term.</param>
    /// <param name="maxEdits">Edits at most, 0 to 2.</param>
    /// <param name="prefixLength">Characters at the beginning that must be equal.</param>
    /// <param name="transpositions">Whether two neighbours that changed places are one edit.</param>
    public LevenshteinAutomaton(string term, int maxEdits, int prefixLength, bool transpositions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEdits, 2);
        _term = [.. term.EnumerateRunes().Select(rune => rune.Value)];
        _maxEdits = maxEdits;
        _prefixLength = Math.Min(prefixLength, _term.Length);
        _transpositions = transpositions;
        _alphabet = [.. _term.Distinct()];
        Array.Fill(_classOfAscii, (sbyte)-1);
        for (int i = 0; i < _alphabet.Length && i < sbyte.MaxValue; i++)
        {
            if (_alphabet[i] < 128)
            {
                _classOfAscii[_alphabet[i]] = (sbyte)i;
            }
        }

        byte[] first = [.. Enumerable.Range(0, _term.Length + 1).Select(i => (byte)Math.Min(i, maxEdits + 1))];
        Start = Number(new State(first, [], -1, 0, _alphabet.Length + 1));
    }

    /// <summary>The state before the first character.</summary>
    public int Start { get; }

    /// <summary>The state after a character; -1 where nothing that follows can be near enough.</summary>
    public int Step(int state, int codePoint)
    {
        int at = ClassOf(codePoint), next = _states[state].Next[at + 1];
        return next != State.Unknown ? next : _states[state].Next[at + 1] = Make(_states[state], at);
    }

    /// <summary>Whether a term that ends here is near enough.</summary>
    public bool IsMatch(int state) => Distance(state) <= _maxEdits;

    /// <summary>Edits of a term that ends here; more than the most allowed where it is not near enough.</summary>
    public int Distance(int state) => _states[state].Row[^1];

    private int ClassOf(int codePoint) => codePoint < 128 ? _classOfAscii[codePoint] : Array.IndexOf(_alphabet, codePoint);

    private int Make(State state, int at)
    {
        if (state.Length < _prefixLength && (at < 0 || _alphabet[at] != _term[state.Length]))
        {
            return -1;
        }

        var row = new byte[_term.Length + 1];
        row[0] = (byte)Math.Min(state.Row[0] + 1, _maxEdits + 1);
        byte least = row[0];
        for (int i = 1; i < row.Length; i++)
        {
            row[i] = Cell(state, row, i, at);
            least = Math.Min(least, row[i]);
        }

        int length = Math.Min(state.Length + 1, _prefixLength);
        return least > _maxEdits ? -1 : Number(new State(row, _transpositions ? state.Row : [], at, length, _alphabet.Length + 1));
    }

    private byte Cell(State state, byte[] row, int i, int at)
    {
        bool same = at >= 0 && _term[i - 1] == _alphabet[at];
        int edits = Math.Min(state.Row[i - 1] + (same ? 0 : 1), Math.Min(state.Row[i], row[i - 1]) + 1);
        bool swapped = state.Before.Length > 0 && i > 1 && at >= 0 && state.Last >= 0
            && _term[i - 2] == _alphabet[at] && _term[i - 1] == _alphabet[state.Last];
        if (swapped)
        {
            edits = Math.Min(edits, state.Before[i - 2] + 1);
        }

        return (byte)Math.Min(edits, _maxEdits + 1);
    }

    private int Number(State state)
    {
        string key = state.Key();
        if (!_numbers.TryGetValue(key, out int number))
        {
            number = _states.Count;
            _numbers.Add(key, number);
            _states.Add(state);
        }

        return number;
    }

    private sealed class State
    {
        public const int Unknown = -2;

        public State(byte[] row, byte[] before, int last, int length, int classes)
        {
            (Row, Before, Last, Length) = (row, before, last, length);
            Next = new int[classes];
            Array.Fill(Next, Unknown);
        }

        public byte[] Row { get; }

        public byte[] Before { get; }

        public int Last { get; }

        public int Length { get; }

        public int[] Next { get; }

        public string Key()
        {
            var key = new StringBuilder().Append((char)(Last + 1)).Append((char)Length);
            foreach (byte cell in Row)
            {
                key.Append((char)cell);
            }

            foreach (byte cell in Before)
            {
                key.Append((char)cell);
            }

            return key.ToString();
        }
    }
}
