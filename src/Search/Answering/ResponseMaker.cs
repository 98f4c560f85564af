using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Answering;

/// <summary>The answer to one request, in the making.</summary>
internal sealed class ResponseMaker(OpenedIndex index, Finder finder, SearchRequest request)
{
    private readonly string _build = index.Reader.Identity.Build;

    /// <summary>Finds, then reads what is shown of the hits of the page.</summary>
    public async ValueTask<SearchResponse> MakeAsync(CancellationToken cancellation)
    {
        var after = request.Cursor is null ? (RankedDocument?)null : Cursor.Read(request, _build);
        var skip = after is null ? (request.Page - 1) * request.PerPage : 0;
        var found = await finder.FindAsync(request, after, request.PerPage == 0 ? 0 : skip + request.PerPage + 1, cancellation).ConfigureAwait(false);
        var page = found.Result.Hits.Skip(skip).Take(request.PerPage).ToArray();
        return new SearchResponse
        {
            Query = found.Interpretation,
            Total = found.Result.Total,
            UnfilteredTotal = found.Result.UnfilteredTotal,
            Hits = await new HitMaker(index, found, request).MakeAsync(page, cancellation).ConfigureAwait(false),
            Facets = FacetResults.Of(found.Result.Facets, request, index.Record.Metadata),
            DidYouMean = await CorrectAsync(found, cancellation).ConfigureAwait(false),
            Warnings = found.Warnings,
            NextCursor = page.Length > 0 && found.Result.Hits.Count > skip + page.Length ? Cursor.Write(page[^1], request, _build) : null,
        };
    }

    /// <summary>Another spelling where nothing has all words; only one that some proposal has all words of.</summary>
    private async ValueTask<string?> CorrectAsync(FoundDocuments found, CancellationToken cancellation)
    {
        if ((found.Result.UnfilteredTotal > 0 && !found.Interpretation.Relaxed)
            || await new DidYouMean(index).OfAsync(request.Text, found.Reading, cancellation).ConfigureAwait(false) is not { } other)
        {
            return null;
        }

        var corrected = request with { Text = other, Match = MatchMode.All, Filters = [], Facets = [] };
        return (await finder.FindAsync(corrected, after: null, top: 0, cancellation).ConfigureAwait(false)).Result.Total > 0 ? other : null;
    }
}
