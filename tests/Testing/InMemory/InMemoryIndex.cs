using System.Globalization;
using System.Runtime.CompilerServices;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Testing.InMemory;

/// <summary>An index that is the list itself.</summary>
public sealed class InMemoryIndex(IReadOnlyList<Proposal> proposals, IndexMetadata metadata) : IProposalIndex
{
    /// <inheritdoc/>
    public IndexIdentity Identity { get; } = new("in-memory-build", new DateTimeOffset(2024, 5, 1, 12, 0, 0, TimeSpan.Zero), proposals.Count, "in-memory");

    /// <inheritdoc/>
    public IndexMetadata Metadata => metadata;

    /// <inheritdoc/>
    public ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = new InMemoryQuery(request);
        var matching = proposals.Where(query.HasAll).ToList();
        var relaxed = matching.Count == 0 && request.Match == MatchMode.Auto && query.Words.Count > 1;
        if (relaxed || request.Match == MatchMode.Any)
        {
            matching = [.. proposals.Where(query.HasAny)];
        }

        var found = Ordered(matching.Where(proposal => InMemoryFilters.Pass(proposal, request.Filters, except: null)), query).ToList();
        var start = request.Cursor is null ? (long)(request.Page - 1) * request.PerPage : Start(request.Cursor);
        var page = found.Skip((int)Math.Min(start, int.MaxValue)).Take(request.PerPage).ToList();
        return ValueTask.FromResult(new SearchResponse
        {
            Query = new QueryInterpretation { Text = request.Text, Interpreted = string.Join(relaxed ? " OR " : " AND ", query.Words), Relaxed = relaxed },
            Total = found.Count,
            UnfilteredTotal = matching.Count,
            Hits = [.. page.Select(proposal => query.Hit(proposal))],
            Facets = [.. InMemoryFilters.Facets(matching, request, metadata)],
            NextCursor = start + page.Count < found.Count && page.Count > 0 ? (start + page.Count).ToString(CultureInfo.InvariantCulture) : null,
        });
    }

    /// <inheritdoc/>
    public ValueTask<Proposal?> FindAsync(string id, CancellationToken cancellation = default)
        => ValueTask.FromResult(proposals.FirstOrDefault(proposal => proposal.Id == id));

    /// <inheritdoc/>
    public async IAsyncEnumerable<Hit> StreamAsync(SearchRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var response = await SearchAsync(request with { Page = 1, PerPage = int.MaxValue, Cursor = null, Snippets = 0 }, cancellation).ConfigureAwait(false);
        foreach (var hit in response.Hits)
        {
            yield return hit;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestRequest request, CancellationToken cancellation = default)
    {
        SearchRequestCheck.ThrowIfFaulty(request);
        var names = proposals.Select(proposal => (Text: (string?)proposal.Title, Kind: SuggestionKind.Title))
            .Concat(proposals.Select(proposal => (Text: proposal.Organization, Kind: SuggestionKind.Organization)));
        return ValueTask.FromResult<IReadOnlyList<Suggestion>>((from name in names.Distinct()
                                                                let at = request.Text.Trim().Length == 0 ? -1 : name.Text?.IndexOf(request.Text.Trim(), StringComparison.OrdinalIgnoreCase) ?? -1
                                                                where at >= 0
                                                                orderby at, name.Text
                                                                select new Suggestion(name.Text!, name.Kind, new TextSpan(at, request.Text.Trim().Length), 0)).Take(request.Limit).ToList());
    }

    /// <inheritdoc/>
    public IndexStatistics Statistics() => new(proposals.Count, 1, 0, 0, 0, [new IndexFile("nothing", 0)]);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static IEnumerable<Proposal> Ordered(IEnumerable<Proposal> found, InMemoryQuery query) => query.Request.Sort switch
    {
        SortOrder.Newest => found.OrderByDescending(proposal => proposal.Year ?? int.MinValue).ThenBy(proposal => proposal.Id, StringComparer.Ordinal),
        SortOrder.Oldest => found.OrderBy(proposal => proposal.Year ?? int.MaxValue).ThenBy(proposal => proposal.Id, StringComparer.Ordinal),
        SortOrder.Title => found.OrderBy(proposal => proposal.Title, StringComparer.OrdinalIgnoreCase).ThenBy(proposal => proposal.Id, StringComparer.Ordinal),
        _ => found.OrderByDescending(query.Score).ThenByDescending(proposal => proposal.Year ?? int.MinValue).ThenBy(proposal => proposal.Id, StringComparer.Ordinal),
    };

    private static int Start(string cursor)
        => int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? start
            : throw new SearchRequestException([new RequestFault("invalid_cursor", "cursor", "The cursor is none that this index gave: take links.next of an answer.")]);
}
