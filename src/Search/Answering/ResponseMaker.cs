using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Correcting;

namespace ProposalSearch.Search.Answering;

/// <summary>The response to one request, in the making.</summary>
internal sealed class ResponseMaker
{
    /// <summary>Words of the best hits that are told at most; those after them weigh little.</summary>
    private const int MostWords = 10;

    private readonly OpenedIndex _index;
    private readonly SearchRequest _request;
    private readonly TimeLimit _limit;
    private readonly ISearchRun _run;
    private readonly Finder _finder;
    private readonly FilterSuggester _filters;
    private readonly string _build;

    /// <summary>A response to a request.</summary>
    public ResponseMaker(OpenedIndex index, SearchRequest request, CancellationToken cancellation)
    {
        _index = index;
        _request = request;
        _limit = index.LimitOf(request.TimeBudget, cancellation);
        _run = index.Begin(_limit);
        _finder = new Finder(index, _run, cancellation);
        _filters = new FilterSuggester(index, _finder, cancellation);
        _build = index.Reader.Identity.Build;
    }

    /// <summary>What the engine is asked with, within the time of the request.</summary>
    public ISearchRun Run => _run;

    /// <summary>Finds the documents of a request, all of them where <paramref name="top"/> is large.</summary>
    /// <param name="top">Hits wanted.</param>
    /// <param name="isFilled">Whether partial matches may follow where few proposals have all words.</param>
    public async ValueTask<FoundDocuments> FindAsync(int top, bool isFilled = false) =>
        (await FindAsync(after: null, top, isFilled).ConfigureAwait(false)).Found;

    /// <summary>Finds, then reads what is shown of the hits of the page.</summary>
    public async ValueTask<SearchResponse> MakeAsync()
    {
        var after = _request.Cursor is null ? (RankedDocument?)null : Cursor.Read(_request, _build);
        var skip = after is null ? (_request.Page - 1) * _request.PerPage : 0;
        var top = _request.PerPage == 0 ? 0 : skip + _request.PerPage + 1;
        var (found, offered) = await FindAsync(after, top, isFilled: true).ConfigureAwait(false);
        var page = found.Result.Hits.Skip(skip).Take(_request.PerPage).ToArray();
        var hits = new HitMaker(_index, _run, found, _request);
        var bets = new BestBetFinder(_index, _run, _request);
        var first = await bets.FindAsync(found.Filters).ConfigureAwait(false);
        var taken = first.Values.Select(static hit => hit.Document).ToHashSet();
        return new SearchResponse
        {
            Query = found.Interpretation with
            {
                AlsoWeighed = [.. found.AlsoWeighed.Take(MostWords)],
                Corrections = offered is null ? found.Interpretation.Corrections : Told(offered),
            },
            Total = found.Result.Total,
            PartialTotal = found.Partial?.Total ?? 0,
            UnfilteredTotal = found.Result.UnfilteredTotal,
            BestBets = after is null && _request.Page == 1
                ? bets.With(first, await hits.MakeAsync([.. first.Values]).ConfigureAwait(false))
                : [],
            Hits = await hits.MakeAsync(taken.Count == 0 ? page : [.. page.Where(hit => !taken.Contains(hit.Document))])
                .ConfigureAwait(false),
            Facets = FacetResults.Of(found.Result.Facets, _request, _index, _limit),
            SuggestedFilters = await _filters.OfAsync(_request, found).ConfigureAwait(false),
            DidYouMean = offered?.Text,
            Warnings = found.Warnings,
            NextCursor = page.Length > 0 && found.Result.Hits.Count > skip + page.Length ? Cursor.Write(page[^1], _request, _build) : null,
        };
    }

    /// <summary>
    /// What a request finds and, where it was hardly meant so, what to offer instead; where nothing has what was typed, what another
    /// spelling finds.
    /// </summary>
    private async ValueTask<(FoundDocuments Found, Correction? Offered)> FindAsync(RankedDocument? after, int top, bool isFilled)
    {
        var found = await _finder.FindAsync(_request, after, top, isFilled).ConfigureAwait(false);
        var meant = await new MeantSpellingFinder(_index, _run, _finder).OfAsync(_request, found).ConfigureAwait(false);
        if (meant is null || !meant.IsPlain || _request.Exact)
        {
            return (found, meant?.Correction);
        }

        var other = await _finder.FindAsync(_request with { Text = meant.Correction.Text }, after, top, isFilled)
            .ConfigureAwait(false);
        var told = other.Interpretation with
        {
            Text = _request.Text,
            Corrected = meant.Correction.Text,
            Corrections = Told(meant.Correction),
        };
        return (other with { Interpretation = told }, null);
    }

    private static string[] Told(Correction correction) => [.. correction.Words.Select(word => $"{word.From} → {word.To}")];
}
