using System.Globalization;
using System.Text;
using System.Text.Json;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>The texts of a document as tokens: see <see cref="Fields"/>. Reused from document to document; not thread-safe.</summary>
/// <param name="settings">How the index is made.</param>
internal sealed class DocumentTokens(IndexSettings settings)
{
    /// <summary>Words that are remembered while an index is made.</summary>
    private const int Remembered = 1 << 17;

    private readonly WordForms<string> _forms = TokenForms.Of(settings.Analysis, Remembered);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Label, string Term), int> _stemsByLabel = [];
    private readonly Dictionary<(int Label, string Term), int> _wordsByLabel = [];
    private readonly List<string> _places = [];
    private readonly StringBuilder _text = new();

    /// <summary>The distinct stems.</summary>
    public IReadOnlyCollection<string> Stems => _stems.Keys;

    /// <summary>The distinct words.</summary>
    public IReadOnlyCollection<string> Words => _words.Keys;

    /// <summary>Words, stop words left out, weighted by section.</summary>
    public int WeightedWords { get; private set; }

    /// <summary>All words.</summary>
    public int WordCount { get; private set; }

    /// <summary>Takes the texts of a document in place of those before.</summary>
    public void Read(IReadOnlyList<Section> sections)
    {
        _stems.Clear();
        _words.Clear();
        _stemsByLabel.Clear();
        _wordsByLabel.Clear();
        _places.Clear();
        (WeightedWords, WordCount) = (0, 0);
        foreach (var section in sections)
        {
            _text.Clear();
            Read(section);
            _places.Add(_text.ToString());
        }
    }

    /// <summary>Writes the fields of the texts.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber(Fields.Length, LengthCode.Decode(LengthCode.Encode(WeightedWords)));
        _text.Clear();
        AddCounts(TermForm.Stemmed, _stems, _stemsByLabel);
        AddCounts(TermForm.Exact, _words, _wordsByLabel);
        writer.WriteString(Fields.Terms, _text.ToString());
        writer.WriteStartArray(Fields.Places);
        _places.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
    }

    private void Read(Section section)
    {
        int weight = settings.WeightOf(section.Label);
        for (var words = _forms.Words(section.Text); words.MoveNext();)
        {
            var forms = _forms.Of(section.Text.AsSpan(words.Start, words.Length));
            _text.Append(_text.Length == 0 ? "" : " ");
            Add(TermForm.Exact, forms.Exact, section.Label, weight);
            if (forms.Stem is { } stem)
            {
                _text.Append(Fields.Apart);
                Add(TermForm.Stemmed, stem, section.Label, weight);
            }

            if (forms.PlainStem is { } plain)
            {
                _text.Append(Fields.Apart);
                Add(TermForm.Stemmed, plain, section.Label, weight);
            }

            WordCount++;
        }
    }

    private void Add(TermForm form, string term, int label, int weight)
    {
        bool isStem = form == TermForm.Stemmed;
        Count(isStem ? _stems : _words, term, weight);
        Count(isStem ? _stemsByLabel : _wordsByLabel, (label, term), weight);
        WeightedWords += isStem ? weight : 0;
        _text.Append(CultureInfo.InvariantCulture, $"{label}").Append(Fields.Token(form, term));
    }

    private static void Count<T>(Dictionary<T, int> counts, T term, int weight)
        where T : notnull =>
        counts[term] = counts.GetValueOrDefault(term) + weight;

    private void AddCounts(TermForm form, Dictionary<string, int> counts, Dictionary<(int Label, string Term), int> byLabel)
    {
        foreach (var (term, count) in counts)
        {
            AddCount(Fields.Token(form, term), count);
        }

        foreach (var ((label, term), count) in byLabel)
        {
            AddCount(Fields.Token(form, term, label), count);
        }
    }

    private void AddCount(string token, int count) => _text.Append(_text.Length == 0 ? "" : " ")
        .Append(token).Append(Fields.Apart).Append(CultureInfo.InvariantCulture, $"{count}");
}
