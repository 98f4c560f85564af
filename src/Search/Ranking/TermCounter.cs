using System.Runtime.InteropServices;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Ranking;

/// <summary>Counts the stems of a text or of several, and keeps how they are written.</summary>
internal sealed class TermCounter(TermNormalizer normalizer)
{
    /// <summary>Characters of a document that are looked at; what is behind them tells little that was not said before.</summary>
    public const int MaxCharacters = 60_000;

    private readonly Dictionary<string, TermCount> _counts = new(StringComparer.Ordinal);

    /// <summary>The stems, each with its counts.</summary>
    public IReadOnlyDictionary<string, TermCount> Counts => _counts;

    /// <summary>All words counted, by the weights of their sections.</summary>
    public float Length { get; private set; }

    /// <summary>Counts a document from its stored texts, as an index counts them: a word of the title three times.</summary>
    public static TermCounter Of(IStoredDocument document, TermNormalizer normalizer)
    {
        var counter = new TermCounter(normalizer);
        var left = MaxCharacters;
        for (var section = 0; section < document.SectionCount && left > 0; section++)
        {
            var text = document.Text(section);
            counter.Add(text.Length > left ? text[..left] : text, ProposalDocument.Settings.WeightOf(document.Label(section)));
            left -= text.Length;
        }

        return counter;
    }

    /// <summary>Counts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="weight">How much each of its words counts.</param>
    /// <param name="writings">Takes each word as it is written, where somebody wants to know.</param>
    public void Add(string text, int weight, Action<string, string>? writings = null)
    {
        foreach (var token in Analyzer.Stemmed(text, normalizer))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, token.Term, out var known);
            var word = known && writings is null ? "" : text[token.Start..token.End];
            count = new TermCount(known ? count.First : word, count.Count + weight);
            Length += weight;
            writings?.Invoke(token.Term, word);
        }
    }
}

/// <summary>How often texts have a stem.</summary>
/// <param name="First">The first word that has it, as it is written.</param>
/// <param name="Count">How often it stands there, by the weights of the texts.</param>
internal readonly record struct TermCount(string First, float Count);
