using ProposalSearch.Analysis.Forms;
using ProposalSearch.Analysis.Text;

namespace ProposalSearch.Retrieval.Documents;

/// <summary>Words with both their forms, each analysed once as long as it is remembered. Not thread-safe.</summary>
/// <typeparam name="T">What an engine keeps a term as.</typeparam>
public sealed class WordForms<T>
    where T : class
{
    private readonly int _remembered;
    private readonly Func<string, T> _make;
    private readonly TermNormalizer _normalizer;
    private readonly Dictionary<string, Forms<T>> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Forms<T>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly char[] _room = new char[TermNormalizer.MaxTermLength];
    private readonly char[] _stem = new char[TermNormalizer.MaxTermLength];

    /// <summary>Analyses words.</summary>
    /// <param name="options">How.</param>
    /// <param name="remembered">Words that are remembered at most; then all are forgotten.</param>
    /// <param name="make">Makes of a term what the engine keeps.</param>
    public WordForms(AnalysisOptions options, int remembered, Func<string, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        (_normalizer, _remembered, _make) = (new TermNormalizer(options), remembered, make);
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of a text.</summary>
    public WordEnumerator Words(ReadOnlySpan<char> text) => _normalizer.Words(text);

    /// <summary>The forms of a word.</summary>
    public Forms<T> Of(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var forms))
        {
            return forms;
        }

        if (_known.Count == _remembered)
        {
            _known.Clear();
        }

        forms = Analyse(word);
        _lookup[word] = forms;
        return forms;
    }

    private Forms<T> Analyse(ReadOnlySpan<char> word)
    {
        int length = _normalizer.Exact(word, _room);
        var exact = _make(new string(_room, 0, length));
        int stemLength = _normalizer.Stemmed(word, _room.AsSpan(0, length), _stem);
        if (stemLength == 0)
        {
            return new Forms<T>(exact, null, null);
        }

        var plain = _normalizer.StemmedWithoutAccents(_room.AsSpan(0, length), _stem.AsSpan(0, stemLength));
        return new Forms<T>(exact, _make(new string(_stem, 0, stemLength)), plain is null ? null : _make(plain));
    }
}

/// <summary>The forms of a word.</summary>
/// <typeparam name="T">What an engine keeps a term as.</typeparam>
/// <param name="Exact">The whole word.</param>
/// <param name="Stem">Its stem; <see langword="null"/> for a stop word.</param>
/// <param name="PlainStem">Its stem where somebody leaves its accents out; <see langword="null"/> where that is the same.</param>
public readonly record struct Forms<T>(T Exact, T? Stem, T? PlainStem)
    where T : class;
