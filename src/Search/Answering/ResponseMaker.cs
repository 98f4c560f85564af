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
    private readonly string _build;

    /// <summary>A response to a request.</summary>
    public ResponseMaker(OpenedIndex index, SearchRequest request, CancellationToken cancellation)
    {
        _index = index;
        _request = request;
        _limit = index.LimitOf(request.TimeBudget, cancellation);
        _run = index.Reader.Begin(_limit);
        _finder = new Finder(index, _run, cancellation);
        _build = index.Reader.Identity.Build;
    }

    /// <summary>Finds the documents of a request, all of them where <paramref name="top"/> is large.</summary>
    public ValueTask<FoundDocuments> FindAsync(int top) => _finder.FindAsync(_request, after: null, top);

    /// <summary>Finds, then reads what is shown of the hits of the page.</summary>
    public async ValueTask<SearchResponse> MakeAsync()
    {
        var after = _request.Cursor is null ? (RankedDocument?)null : Cursor.Read(_request, _build);
        var skip = after is null ? (_request.Page - 1) * _request.PerPage : 0;
        var found = await _finder.FindAsync(
            _request, after, _request.PerPage == 0 ? 0 : skip + _request.PerPage + 1, filled: true)
            .ConfigureAwait(false);
        var page = found.Result.Hits.Skip(skip).Take(_request.PerPage).ToArray();
        var correction = await CorrectAsync(found).ConfigureAwait(false);
        return new SearchResponse
        {
            Query = found.Interpretation with
            {
                AlsoWeighed = [.. found.AlsoWeighed.Take(MostWords)],
                Corrections = [.. (correction?.Words ?? []).Select(word => $"{word.From} → {word.To}")],
            },
            Total = found.Result.Total,
            PartialTotal = found.Partial?.Total ?? 0,
            UnfilteredTotal = found.Result.UnfilteredTotal,
            Hits = await new HitMaker(_index, _run, found, _request).MakeAsync(page).ConfigureAwait(false),
            Facets = FacetResults.Of(found.Result.Facets, _request, _index.Record.Metadata, _limit),
            DidYouMean = correction?.Text,
            Warnings = found.Warnings,
            NextCursor = page.Length > 0 && found.Result.Hits.Count > skip + page.Length ? Cursor.Write(page[^1], _request, _build) : null,
        };
    }

    /// <summary>Another spelling where nothing has all words; only one that some proposal has all words of.</summary>
    private async ValueTask<Correction?> CorrectAsync(FoundDocuments found)
    {
        if ((found.Result.UnfilteredTotal > 0 && !found.Interpretation.Relaxed)
            || await new DidYouMean(_index, _run).OfAsync(_request.Text, found.Reading).ConfigureAwait(false) is not { } other)
        {
            return null;
        }

        var corrected = _request with { Text = other.Text, Match = MatchMode.All, Filters = [], Facets = [] };
        return (await _finder.FindAsync(corrected, after: null, top: 0).ConfigureAwait(false)).Result.Total > 0 ? other : null;
    }
}
