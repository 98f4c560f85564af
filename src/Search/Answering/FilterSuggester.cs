using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>
/// Finds years, places and other values of facets among the words of a query, to offer them as filters: <c>college access 2015</c>. One for
/// each request.
/// </summary>
internal sealed class FilterSuggester(OpenedIndex index, Finder finder, CancellationToken cancellation)
{
    private const int Most = 5;
    private const int MostWordsOfValue = 6;
    private const int MostWords = 24;

    /// <summary>The filters that have hits, in the order in which they stand in the query.</summary>
    public async ValueTask<IReadOnlyList<SuggestedFilter>> OfAsync(SearchRequest request, FoundDocuments found)
    {
        if (!IsOfPlainWords(found.Reading.Root))
        {
            return [];
        }

        var searched = request with { Text = found.Interpretation.Corrected ?? request.Text };
        return await index.SuggestedFilters.OfAsync(searched, () => SuggestAsync(searched)).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<SuggestedFilter>> SuggestAsync(SearchRequest request)
    {
        var tokens = Analyzer.Exact(request.Text, index.Normalizer);
        if (tokens.Count is 0 or > MostWords)
        {
            return [];
        }

        var suggested = new List<SuggestedFilter>();
        foreach (var named in await NamedAsync(request, tokens).ConfigureAwait(false))
        {
            var filtered = request with
            {
                Text = named.Text,
                Filters = [.. request.Filters, new FacetFilter(named.Field) { Include = [named.Value] }],
                Facets = [],
                Exact = true,
            };
            var count = (await finder.FindAsync(filtered, after: null, top: 0).ConfigureAwait(false)).Result.Total;
            if (count > 0 && suggested.Count < Most)
            {
                suggested.Add(named with { Count = count });
            }
        }

        return suggested;
    }

    /// <summary>Whether a query is words and filters side by side, so that one of the words may become a filter.</summary>
    private static bool IsOfPlainWords(QueryNode? root) => root switch
    {
        WordNode => true,
        GroupNode group => group.Clauses.All(clause => clause.Occurrence != Occurrence.Excluded && IsPlain(clause.Node)),
        _ => false,
    };

    private static bool IsPlain(QueryNode node) => node is WordNode or FacetNode or RangeNode
        || (node is GroupNode { IsAnyOf: true } any && any.Clauses.All(clause => clause.Node is WordNode));

    private async ValueTask<List<SuggestedFilter>> NamedAsync(SearchRequest request, List<Token> tokens)
    {
        var text = request.Text;
        var facets = index.Record.Metadata.Facets
            .Where(facet => facet.Type == FacetType.Text ? facet.Field != AnsweredFacet.Field : facet.Field == ProposalDocument.YearField)
            .Where(facet => request.Filters.All(filter => filter.Field != facet.Field))
            .ToList();
        var values = await index.Facets.LoadAsync(facets.Select(facet => facet.Field), cancellation).ConfigureAwait(false);
        var named = new List<SuggestedFilter>();
        for (var at = 0; at < tokens.Count; at++)
        {
            for (var words = Math.Min(MostWordsOfValue, tokens.Count - at); words > 0; words--)
            {
                var (start, end) = (tokens[at].Start, tokens[at + words - 1].End);
                var these = facets.SelectMany(facet => values.Like(facet.Field, text[start..end]).Select(value => (facet, value))).ToList();
                named.AddRange(these.Select(one => new SuggestedFilter(
                    one.facet.Field, one.facet.Label, one.value, QueryText.Tidy(text[..start] + " " + text[end..]), 0)));
                at += these.Count > 0 ? words - 1 : 0;
                words = these.Count > 0 ? 0 : words;
            }
        }

        return [.. named.Where(one => !IsFiltered(one, text)).DistinctBy(one => (one.Field, one.Value)).Take(Most)];
    }

    /// <summary>Whether the text itself has the filter: <c>year:2015</c>.</summary>
    private static bool IsFiltered(SuggestedFilter filter, string text) =>
        text.Contains(filter.Field + ":", StringComparison.OrdinalIgnoreCase);
}
