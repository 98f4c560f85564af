using ProposalSearch.Retrieval;
using ProposalSearch.Search.Correcting;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Reading;

namespace ProposalSearch.Search.Answering;

/// <summary>A better spelling where no proposal has all that was asked for.</summary>
internal sealed class DidYouMean(OpenedIndex index, ISearchRun run)
{
    /// <summary>
    /// The query with other words, as typed otherwise; <see langword="null"/> where none is better. It may have no hits either. Only words
    /// to be found are corrected: names of fields, values of facets and words to be left out stay as they are.
    /// </summary>
    public async ValueTask<Correction?> OfAsync(string text, QueryReading reading)
    {
        var leaves = QueryText.Leaves(reading.Root).ToList();
        var wanted = leaves.Where(leaf => !leaf.Excluded && leaf.Node is WordNode or PhraseNode)
            .SelectMany(leaf => Words(leaf.Node))
            .ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0 || leaves.Exists(leaf => leaf.Node is PrefixNode or WildcardNode or FuzzyNode))
        {
            return null;
        }

        var correction = reading.Root is PhraseNode { Slop: 0 }
            ? await Corrector(sideBySide: true).CorrectAsync(text, wanted.Contains).ConfigureAwait(false)
            : null;
        return correction ?? await Corrector(sideBySide: false).CorrectAsync(text, wanted.Contains).ConfigureAwait(false);
    }

    private QueryCorrector Corrector(bool sideBySide) => new(new IndexTerms(run, sideBySide), index.Normalizer)
    {
        FoundOnly = sideBySide,
        FunctionWords = index.FunctionWords,
    };

    private IEnumerable<string> Words(QueryNode node) =>
        Analysis.Forms.Analyzer.Exact(
            node is WordNode word ? word.Text : ((PhraseNode)node).Text, index.Normalizer).Select(token => token.Term);
}
