using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Reading;
using ProposalSearch.Search.Spelling;

namespace ProposalSearch.Search.Answering;

/// <summary>
/// From a request to documents: all words, or any of them where nothing has all and the request leaves it open. One for each request.
/// </summary>
internal sealed class Finder(OpenedIndex index, ISearchRun run, CancellationToken cancellation)
{
    /// <summary>Finds the best documents of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="after">The hit to go on after, or <see langword="null"/>.</param>
    /// <param name="top">Hits wanted.</param>
    public async ValueTask<FoundDocuments> FindAsync(SearchRequest request, RankedDocument? after, int top)
    {
        var words = new WordAnalysis(index.Normalizer);
        var reading = index.QueryReader.Read(request, request.Match == MatchMode.Any, words);
        var found = await FindAsync(request, reading, words, after, top).ConfigureAwait(false);
        if (request.Match != MatchMode.Auto || found.Result.UnfilteredTotal > 0)
        {
            return found;
        }

        if (index.QueryReader.ReadAsText(request, reading, words) is { } asText
            && await FindAsync(request, asText, words, after, top).ConfigureAwait(false) is { Result.UnfilteredTotal: > 0 } text)
        {
            return text;
        }

        if (found.Words.Count < 2)
        {
            return found;
        }

        var anyWord = index.QueryReader.Read(request, anyWord: true, words);
        if (Equals(anyWord.Root, reading.Root))
        {
            return found;
        }

        var any = await FindAsync(request, anyWord, words, after, top).ConfigureAwait(false);
        return any.Result.UnfilteredTotal > 0 ? any with { Interpretation = any.Interpretation with { Relaxed = true } } : found;
    }

    private async ValueTask<FoundDocuments> FindAsync(
        SearchRequest request, QueryReading reading, WordAnalysis analysis, RankedDocument? after, int top)
    {
        var metadata = index.Record.Metadata;
        var ranges = request.Filters.Where(filter => filter.Range is not null).Select(filter => filter.Field);
        var facets = await index.Facets.LoadAsync(FacetFields.Of(reading.Root).Concat(ranges), cancellation).ConfigureAwait(false);
        var spellings = await new SpellingFinder(index.Spelling, run)
            .FindAsync(reading.Root, reading.SideBySide, cancellation).ConfigureAwait(false);
        var words = new WordLowering(analysis, reading.Weights, spellings);
        var lowering = new QueryLowering(words, facets, index.Record.Labels, ranked: true);
        var query = lowering.Lower(reading.Root);
        var hasWords = QueryLowering.HasWords(reading.Root);
        var fields = request.Facets ?? metadata.Facets.Where(facet => facet.IsListed).Select(facet => facet.Field);
        var result = await run.SearchAsync(query, new SearchOptions
        {
            Top = top,
            After = after,
            Sort = Order.Of(request.Sort, hasWords),
            Filters = [.. request.Filters.Select(filter => Filter.Of(filter, facets)).OfType<ColumnFilter>()],
            Facets = [.. fields.Distinct(StringComparer.Ordinal)],
        }).ConfigureAwait(false);
        return new FoundDocuments(reading, query, lowering.Words, hasWords, result, new QueryInterpretation
        {
            Text = request.Text,
            Interpreted = QueryText.Print(reading.Root),
            Ignored = reading.Ignored,
            OtherFormsOnly = spellings.OtherFormsOnly,
        })
        {
            Warnings = [.. reading.Warnings, .. lowering.Warnings, .. spellings.Warnings],
            Marked = new QueryLowering(words, facets, index.Record.Labels, ranked: false).Lower(reading.Root),
        };
    }
}
