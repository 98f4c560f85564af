using ProposalSearch.Analysis.Text;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Ranking;
using ProposalSearch.Search.Reading;
using ProposalSearch.Search.Spelling;
using ProposalSearch.Search.Synonyms;

namespace ProposalSearch.Search.Answering;

/// <summary>
/// From a request to documents: all words, and any of them where nothing has all, or few, and the request leaves it open. One for each
/// request.
/// </summary>
internal sealed class Finder(OpenedIndex index, ISearchRun run, CancellationToken cancellation)
{
    private readonly SpellingFinder _spellings = new(index.Spelling, run);

    /// <summary>Finds the best documents of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="after">The hit to go on after, or <see langword="null"/>.</param>
    /// <param name="top">Hits wanted.</param>
    /// <param name="filled">Whether partial matches may follow where few proposals have all words.</param>
    public async ValueTask<FoundDocuments> FindAsync(SearchRequest request, RankedDocument? after, int top, bool filled = false)
    {
        var words = new WordAnalysis(index.Normalizer, index.FunctionWords);
        var reading = index.QueryReader.Read(request, request.Match == MatchMode.Any, words);
        var found = await FindAsync(request, reading, words, after, top).ConfigureAwait(false);
        if (request.Match != MatchMode.Auto)
        {
            return found;
        }

        if (found.Result.UnfilteredTotal == 0)
        {
            return await AsTextAsync(request, reading, words, after, top).ConfigureAwait(false)
                ?? await AnyWordAsync(request, found, words, after, top).ConfigureAwait(false)
                ?? found;
        }

        return filled && Partials.Follow(request, found) && AnyWord(request, found, words) is { } anyWord
            ? await FillAsync(request, found, anyWord, words, after, top).ConfigureAwait(false)
            : found;
    }

    /// <summary>What is found where dashes are those of a text that was copied; <see langword="null"/> where that is nothing too.</summary>
    private async ValueTask<FoundDocuments?> AsTextAsync(
        SearchRequest request, QueryReading reading, WordAnalysis words, RankedDocument? after, int top)
    {
        return index.QueryReader.ReadAsText(request, reading, words) is { } asText
            && await FindAsync(request, asText, words, after, top).ConfigureAwait(false) is { Result.UnfilteredTotal: > 0 } text
                ? text
                : null;
    }

    /// <summary>What has any of the words; <see langword="null"/> where that is nothing too.</summary>
    private async ValueTask<FoundDocuments?> AnyWordAsync(
        SearchRequest request, FoundDocuments found, WordAnalysis words, RankedDocument? after, int top)
    {
        return AnyWord(request, found, words) is { } anyWord
            && await FindAsync(request, anyWord, words, after, top).ConfigureAwait(false) is { Result.UnfilteredTotal: > 0 } any
                ? any with { Interpretation = any.Interpretation with { Relaxed = true } }
                : null;
    }

    /// <summary>The request read as any of its words; <see langword="null"/> where that is the same.</summary>
    private QueryReading? AnyWord(SearchRequest request, FoundDocuments found, WordAnalysis words)
    {
        if (found.Words.Count < 2)
        {
            return null;
        }

        var anyWord = index.QueryReader.Read(request, anyWord: true, words);
        return Equals(anyWord.Root, found.Reading.Root) ? null : anyWord;
    }

    private async ValueTask<FoundDocuments> FindAsync(
        SearchRequest request, QueryReading reading, WordAnalysis analysis, RankedDocument? after, int top)
    {
        var query = await LowerAsync(request, reading, analysis).ConfigureAwait(false);
        var added = top > 0 && query.Sort.Kind == SortKind.Score
            ? await new QueryRanker(run, index.Texts)
                .WeighAsync(TypedText.Of(request.Text), reading.Root, analysis, query.Lower).ConfigureAwait(false)
            : AddedWeights.None;
        var ranked = AddedWeights.To(query.Plain, added.Queries);
        var options = Options(request, query, after, top);
        var result = await run.SearchAsync(ranked, options).ConfigureAwait(false);
        return new FoundDocuments(reading, ranked, query.Words, query.HasWords, result, new QueryInterpretation
        {
            Text = request.Text,
            Interpreted = QueryText.Print(reading.Root),
            Ignored = reading.Ignored,
            OtherFormsOnly = query.OtherFormsOnly,
            Synonyms = query.Synonyms,
        })
        {
            AlsoWeighed = added.AlsoWeighed,
            Filters = options.Filters,
            Warnings = query.Warnings,
            Marked = query.Marked,
            Plain = query.Plain,
        };
    }

    /// <summary>Full matches with the best partial ones after them.</summary>
    private async ValueTask<FoundDocuments> FillAsync(
        SearchRequest request, FoundDocuments full, QueryReading anyWord, WordAnalysis analysis, RankedDocument? after, int top)
    {
        var query = await LowerAsync(request, anyWord, analysis).ConfigureAwait(false);
        var partial = Partials.Query(query.Plain, full.Plain, NearForms.Of(anyWord.Root, query.Lowering, analysis));
        var options = Options(request, query, after: null, top);
        var found = await run.SearchAsync(partial, Partials.Options(options, full.Result, after)).ConfigureAwait(false);
        return full with
        {
            Result = Partials.Join(full.Result, found),
            Partial = new PartialMatches(query.Words, partial, query.Marked, found.Total),
        };
    }

    private async ValueTask<LoweredQuery> LowerAsync(SearchRequest request, QueryReading reading, WordAnalysis analysis)
    {
        var ranges = request.Filters.Where(filter => filter.Range is not null).Select(filter => filter.Field);
        var facets = await index.Facets.LoadAsync(FacetFields.Of(reading.Root).Concat(ranges), cancellation).ConfigureAwait(false);
        var spellings = await _spellings.FindAsync(reading.Root, reading.SideBySide, cancellation).ConfigureAwait(false);
        if (!request.Exact)
        {
            spellings = await new SynonymFinder(index.Synonyms, run, index.Reader.Identity.Documents, index.Spelling.Terms)
                .AddAsync(reading.Root, spellings, analysis).ConfigureAwait(false);
            spellings = new NamedOrganizations(index.Organizations, analysis).Add(reading.Root, spellings);
        }

        return new LoweredQuery(request, reading, analysis, spellings, facets, index.Record.Labels);
    }

    private SearchOptions Options(SearchRequest request, LoweredQuery query, RankedDocument? after, int top)
    {
        var fields = request.Facets ?? index.Record.Metadata.Facets.Where(facet => facet.IsListed).Select(facet => facet.Field);
        return new SearchOptions
        {
            Top = top,
            After = after,
            Sort = query.Sort,
            Filters = [.. request.Filters.Select(filter => Filter.Of(filter, query.Facets)).OfType<ColumnFilter>()],
            Facets = [.. fields.Distinct(StringComparer.Ordinal)],
        };
    }
}
