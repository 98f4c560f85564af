using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>Where a term is in a document.</summary>
internal sealed record PlainPosition(int Position, int Section, int Label, int Weight);

/// <summary>A document as lists of words.</summary>
internal sealed class PlainDocument
{
    private readonly Dictionary<string, List<PlainPosition>>[] _terms = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];

    public PlainDocument(IndexDocument source, IndexSettings settings)
    {
        Source = source;
        var normalizer = new TermNormalizer(settings.Analysis);
        var start = 0;
        for (var section = 0; section < source.Sections.Count; section++)
        {
            var (label, text) = source.Sections[section];
            var exact = Analyzer.Exact(text, normalizer);
            var stemmed = Analyzer.Stemmed(text, normalizer);
            Add(TermForm.Exact, exact, start, section, label, settings);
            Add(TermForm.Stemmed, stemmed, start, section, label, settings);
            Length += (long)stemmed.Count * settings.WeightOf(label);
            start += exact.Count + settings.SectionGap;
        }
    }

    public IndexDocument Source { get; }

    /// <summary>Words that are no stop words, each as often as its section weighs.</summary>
    public long Length { get; }

    /// <summary>The length as the index keeps it, in one byte.</summary>
    public int KeptLength => LengthCode.Decode(LengthCode.Encode((int)Length));

    public IEnumerable<string> Terms(TermForm form) => _terms[(int)form].Keys;

    /// <summary>Where a term is, within sections of some labels.</summary>
    public IEnumerable<PlainPosition> Positions(TermForm form, string term, IReadOnlySet<int>? labels) =>
        !_terms[(int)form].TryGetValue(term, out var all) ? []
        : labels is null ? all
        : all.Where(one => labels.Contains(one.Label));

    private void Add(TermForm form, List<Token> tokens, int start, int section, int label, IndexSettings settings)
    {
        foreach (var token in tokens)
        {
            if (!_terms[(int)form].TryGetValue(token.Term, out var positions))
            {
                _terms[(int)form].Add(token.Term, positions = []);
            }

            positions.Add(new PlainPosition(start + token.Position, section, label, settings.WeightOf(label)));
        }
    }
}
