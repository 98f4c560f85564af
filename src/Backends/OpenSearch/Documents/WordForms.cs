using ProposalSearch.Analysis.Forms;
using ProposalSearch.Analysis.Text;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>Words with both their forms, each analysed once as long as it is remembered. Not thread-safe.</summary>
internal sealed class WordForms
{
    private const int Remembered = 1 << 17;

    private readonly TermNormalizer _normalizer;
    private readonly Dictionary<string, Forms> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Forms>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly char[] _room = new char[TermNormalizer.MaxTermLength];
    private readonly char[] _stem = new char[TermNormalizer.MaxTermLength];

    /// <summary>Words of texts that are analysed so.</summary>
    public WordForms(AnalysisOptions options)
    {
        _normalizer = new TermNormalizer(options);
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of a text.</summary>
    public WordEnumerator Words(ReadOnlySpan<char> text) => _normalizer.Words(text);

    /// <summary>The forms of a word.</summary>
    public Forms Of(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var forms))
        {
            return forms;
        }

        if (_known.Count == Remembered)
        {
            _known.Clear();
        }

        forms = Analyse(word);
        _lookup[word] = forms;
        return forms;
    }

    private Forms Analyse(ReadOnlySpan<char> word)
    {
        int length = _normalizer.Exact(word, _room);
        string exact = new(_room, 0, length);
        int stemLength = _normalizer.Stemmed(word, _room.AsSpan(0, length), _stem);
        return stemLength == 0
            ? new Forms(exact, null, null)
            : new Forms(
                exact,
                new string(_stem, 0, stemLength),
                _normalizer.StemmedWithoutAccents(_room.AsSpan(0, length), _stem.AsSpan(0, stemLength)));
    }
}

/// <summary>The forms of a word.</summary>
/// <param name="Exact">The whole word.</param>
/// <param name="Stem">Its stem; <see langword="null"/> for a stop word.</param>
/// <param name="PlainStem">Its stem where somebody leaves its accents out; <see langword="null"/> where that is the same.</param>
internal readonly record struct Forms(string Exact, string? Stem, string? PlainStem);
