using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Ranking;

/// <summary>Counts the stems of a document from its stored texts, as an index counts them: a word of the title three times.</summary>
internal sealed class TermCounter(TermNormalizer normalizer)
{
    /// <summary>Characters of a document that are looked at; what is behind them tells little that was not said before.</summary>
    public const int MaxCharacters = 60_000;

    private readonly Dictionary<string, (string Word, float Count)> _counts = new(StringComparer.Ordinal);

    /// <summary>The stems with the first word of each and their counts. Valid until the next document is counted.</summary>
    public IReadOnlyDictionary<string, (string Word, float Count)> Counts => _counts;

    /// <summary>All words counted, by the weights of their sections.</summary>
    public float Length { get; private set; }

    /// <summary>Counts a document.</summary>
    public void Count(IStoredDocument document)
    {
        _counts.Clear();
        Length = 0;
        var left = MaxCharacters;
        for (var section = 0; section < document.SectionCount && left > 0; section++)
        {
            var text = document.Text(section);
            Count(text.Length > left ? text[..left] : text, ProposalDocument.Settings.WeightOf(document.Label(section)));
            left -= text.Length;
        }
    }

    private void Count(string text, int weight)
    {
        foreach (var token in Analyzer.Stemmed(text, normalizer))
        {
            var known = _counts.TryGetValue(token.Term, out var counted);
            _counts[token.Term] = (known ? counted.Word : normalizer.Fold(text[token.Start..token.End]), counted.Count + weight);
            Length += weight;
        }
    }
}
