using System.Runtime.InteropServices;

namespace ProposalSearch.Analysis.Patterns;

/// <summary>
/// Recognises the words within an edit distance of a term, letter by letter: the shape that lets a walk over sorted terms leave out
/// everything behind a prefix that leads nowhere. A letter is a Unicode code point; an edit is a letter too many, missing, wrong or,
/// on request, two neighbours in each other's place (a letter takes part in one such exchange only, as in Lucene). States are made
/// when they are first reached; a step that was taken before is a look-up and allocates nothing. One for each query: not thread-safe.
/// </summary>
public sealed class LevenshteinAutomaton
{
    /// <summary>The largest distance.</summary>
    public const int MostEdits = 2;

    /// <summary>What <see cref="Step"/> answers when no word that starts so is near.</summary>
    public const int Dead = -1;

    private const int Unknown = -2;

    private readonly int[] _term;
    private readonly int _maxEdits;
    private readonly int _prefixLength;
    private readonly bool _transpositions;

    // A label stands for each distinct code point of the term, in order from 1; 0 stands for all others.
    private readonly int[] _alphabet;
    private readonly ushort[] _asciiLabels = new ushort[0x80];

    private readonly Dictionary<LevenshteinState, int> _numbers = [];
    private readonly List<LevenshteinState> _states = [];
    private readonly List<int> _distances = [];
    private readonly List<int> _steps = [];

    /// <summary>An automaton for one term.</summary>
    /// <param name="term">The term. A lone surrogate counts as U+FFFD.</param>
    /// <param name="maxEdits">The most edits: 0 to <see cref="MostEdits"/>.</param>
    /// <param name="prefixLength">How many code points at the start allow no edit; a prefix of the whole term allows none at all.</param>
    /// <param name="transpositions">Whether two neighbouring letters in each other's place count as one edit instead of two.</param>
    public LevenshteinAutomaton(string term, int maxEdits, int prefixLength, bool transpositions)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentOutOfRangeException.ThrowIfNegative(maxEdits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEdits, MostEdits);
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(term.Length, LevenshteinState.MaxTerm, nameof(term));
        _term = CodePoints(term);
        _maxEdits = prefixLength >= _term.Length ? 0 : maxEdits;
        _prefixLength = prefixLength;
        _transpositions = transpositions;
        _alphabet = Alphabet(_term);
        for (var label = 1; label <= _alphabet.Length && _alphabet[label - 1] < _asciiLabels.Length; label++)
        {
            _asciiLabels[_alphabet[label - 1]] = (ushort)label;
        }

        Start = Number(LevenshteinState.Start);
    }

    /// <summary>The state before the first letter.</summary>
    public int Start { get; }

    /// <summary>How many states have been made so far.</summary>
    public int StateCount => _states.Count;

    /// <summary>The state after one more letter, or <see cref="Dead"/>. <paramref name="state"/> is not dead.</summary>
    public int Step(int state, int codePoint)
    {
        var label = (uint)codePoint < (uint)_asciiLabels.Length ? _asciiLabels[codePoint] : LabelBeyondAscii(codePoint);
        var next = _steps[(state * (_alphabet.Length + 1)) + label];
        return next != Unknown ? next : FirstStep(state, label);
    }

    /// <summary>Whether a word that ends here is near enough.</summary>
    public bool IsMatch(int state) => _distances[state] <= _maxEdits;

    /// <summary>The edits of a word that ends here; <see cref="int.MaxValue"/> when there are too many.</summary>
    public int Distance(int state) => _distances[state];

    private static int[] CodePoints(string term)
    {
        var codePoints = new int[term.Length];
        var count = 0;
        foreach (var rune in term.EnumerateRunes())
        {
            codePoints[count++] = rune.Value;
        }

        return count == codePoints.Length ? codePoints : codePoints[..count];
    }

    private static int[] Alphabet(int[] term)
    {
        var sorted = term.AsSpan().ToArray();
        Array.Sort(sorted);
        var count = 0;
        foreach (var codePoint in sorted)
        {
            if (count == 0 || sorted[count - 1] != codePoint)
            {
                sorted[count++] = codePoint;
            }
        }

        return sorted[..count];
    }

    private int LabelBeyondAscii(int codePoint) => Math.Max(0, Array.BinarySearch(_alphabet, codePoint) + 1);

    private int FirstStep(int state, int label)
    {
        var from = _states[state];
        var (same, inside, free) = (0, 0, 0);
        for (var k = 0; k < 8; k++)
        {
            var place = from.Base + k;
            inside |= place < _term.Length ? 1 << k : 0;
            same |= label > 0 && place < _term.Length && _term[place] == _alphabet[label - 1] ? 1 << k : 0;
            free |= place >= _prefixLength ? 1 << k : 0;
        }

        var next = Number(from.Next(same, inside, free, _maxEdits, _transpositions));
        _steps[(state * (_alphabet.Length + 1)) + label] = next;
        return next;
    }

    private int Number(LevenshteinState state)
    {
        if (state == LevenshteinState.Dead)
        {
            return Dead;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, state, out var known);
        if (!known)
        {
            number = _states.Count;
            _states.Add(state);
            _distances.Add(state.Base < _prefixLength ? DistanceInPrefix(state) : state.Distance(_term.Length, _maxEdits));
            CollectionsMarshal.SetCount(_steps, _states.Count * (_alphabet.Length + 1));
            CollectionsMarshal.AsSpan(_steps)[^(_alphabet.Length + 1)..].Fill(Unknown);
        }

        return number;
    }

    // Within the prefix nothing may be missing; only a prefix longer than the term ends there.
    private int DistanceInPrefix(LevenshteinState state) => state.Base == _term.Length ? 0 : int.MaxValue;
}
