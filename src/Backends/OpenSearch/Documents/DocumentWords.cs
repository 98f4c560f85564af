using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>The words of a document with their positions, as the index has them: found from its texts. Immutable.</summary>
internal sealed class DocumentWords
{
    private readonly Dictionary<string, List<int>> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);
    private readonly List<SectionWords> _sections = [];

    private DocumentWords()
    {
    }

    /// <summary>Where the words of each section are.</summary>
    public IReadOnlyList<SectionWords> Sections => _sections;

    /// <summary>How long the document is as it scores.</summary>
    public int Length { get; private set; }

    /// <summary>The terms of a form, each with its positions in order.</summary>
    public IReadOnlyDictionary<string, List<int>> Terms(TermForm form) => form == TermForm.Stemmed ? _stems : _words;

    /// <summary>The words of a document.</summary>
    public static DocumentWords Of(DocumentRecord record, IndexSettings settings, WordForms<string> forms)
    {
        var (words, position, length) = (new DocumentWords(), 0, 0);
        foreach (var section in record.Sections)
        {
            int weight = settings.WeightOf(section.Label);
            length += words.Add(section, position, forms, weight) * weight;
            position += words._sections[^1].Starts.Length + settings.SectionGap;
        }

        words.Length = LengthCode.Decode(LengthCode.Encode(length));
        return words;
    }

    /// <summary>The section of a position.</summary>
    public SectionWords SectionAt(int position)
    {
        int at = _sections.Count - 1;
        while (at > 0 && _sections[at].Position > position)
        {
            at--;
        }

        return _sections[at];
    }

    /// <returns>How many stems were added.</returns>
    private int Add(Section section, int position, WordForms<string> forms, int weight)
    {
        var (starts, lengths, stems) = (new List<int>(), new List<int>(), 0);
        for (var walk = forms.Words(section.Text); walk.MoveNext();)
        {
            var form = forms.Of(section.Text.AsSpan(walk.Start, walk.Length));
            int at = position + starts.Count;
            Add(_words, form.Exact, at);
            stems += Add(_stems, form.Stem, at) + Add(_stems, form.PlainStem, at);
            starts.Add(walk.Start);
            lengths.Add(walk.Length);
        }

        _sections.Add(new SectionWords(section.Label, weight, position, [.. starts], [.. lengths]));
        return stems;
    }

    private static int Add(Dictionary<string, List<int>> terms, string? term, int position)
    {
        if (term is null)
        {
            return 0;
        }

        if (!terms.TryGetValue(term, out var positions))
        {
            terms.Add(term, positions = []);
        }

        positions.Add(position);
        return 1;
    }
}

/// <summary>Where the words of a section are.</summary>
/// <param name="Label">The section's label.</param>
/// <param name="Weight">How often a word of it counts.</param>
/// <param name="Position">The position of its first word.</param>
/// <param name="Starts">Where each word begins in the text.</param>
/// <param name="Lengths">How long each is.</param>
internal sealed record SectionWords(int Label, int Weight, int Position, int[] Starts, int[] Lengths);
