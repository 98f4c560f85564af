using ProposalSearch.Proposals;
using ProposalSearch.Search.Answering;

namespace ProposalSearch.Search.Counting;

/// <summary>Finds the values of one facet that somebody may mean who has typed the beginning of a word of it.</summary>
internal static class FacetLookup
{
    /// <summary>The values with their counts among the matches of a request.</summary>
    /// <param name="index">The index.</param>
    /// <param name="request">The request, which asks for this facet alone.</param>
    /// <param name="prefix">The beginning, whatever its case and accents; empty for all values.</param>
    /// <param name="below">The value that they are to be below, near or far; <see langword="null"/> for all values.</param>
    /// <param name="limit">Values at most.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async ValueTask<FacetResult> FindAsync(
        OpenedIndex index, SearchRequest request, string prefix, string? below, int limit, CancellationToken cancellation)
    {
        var time = index.LimitOf(request.TimeBudget, cancellation);
        var finder = new Finder(index, index.Begin(time), cancellation);
        var found = await finder.FindAsync(request, after: null, top: 0).ConfigureAwait(false);
        var all = FacetResults.Of(found.Result.Facets, request with { FacetSize = int.MaxValue }, index, time)[0];
        var beginning = index.Normalizer.Fold(prefix.Trim());
        var meant = all.Values
            .Where(value => below is null || FacetPath.IsBelow(value.Value, below, all.Separator))
            .Where(value => HasWordWith(index.Normalizer.Fold(value.Label), beginning))
            .ToList();
        return all with { Values = [.. meant.Take(limit)], Other = Math.Max(0, meant.Count - limit) };
    }

    /// <summary>Whether a text begins so, or goes on so after something that is no part of a word.</summary>
    private static bool HasWordWith(string text, string beginning)
    {
        for (var at = text.IndexOf(beginning, StringComparison.Ordinal); at >= 0;)
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return true;
            }

            at = text.IndexOf(beginning, at + 1, StringComparison.Ordinal);
        }

        return false;
    }
}
