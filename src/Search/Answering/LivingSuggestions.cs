using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Search.Answering;

/// <summary>Leaves out suggestions that find nothing within the filters of a request. One for each request.</summary>
internal sealed class LivingSuggestions(OpenedIndex index, SuggestRequest request, TimeLimit limit, CancellationToken cancellation)
{
    /// <summary>Of so many times as many suggestions as are wanted, those are chosen that find something.</summary>
    private const int Times = 5;

    private readonly Finder _finder = new(index, index.Begin(limit), cancellation);

    /// <summary>
    /// Whether suggestions may find nothing: within filters, and where the lists are of an earlier state of the index. Else each was
    /// taken from proposals that are there.
    /// </summary>
    public bool AreNeeded => request.Filters.Count > 0 || index.Record.Metadata.AreListsStale;

    /// <summary>How many suggestions to choose from.</summary>
    public int Candidates => request.Limit * Times;

    /// <summary>The first that find something, in their order.</summary>
    public async ValueTask<IReadOnlyList<Suggestion>> OfAsync(IReadOnlyList<Suggestion> suggestions)
    {
        var living = new List<Suggestion>();
        foreach (var suggestion in suggestions)
        {
            var search = new SearchRequest
            {
                Text = suggestion.Query,
                Match = MatchMode.All,
                Exact = suggestion.Kind != SuggestionKind.Organization,
                Filters = request.Filters,
                Facets = [],
            };
            if ((await _finder.FindAsync(search, after: null, top: 0).ConfigureAwait(false)).Result.Total > 0)
            {
                living.Add(suggestion);
            }

            if (living.Count == request.Limit)
            {
                break;
            }
        }

        return living;
    }
}
