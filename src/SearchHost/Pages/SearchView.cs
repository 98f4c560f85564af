using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What the page of a search is made from.</summary>
/// <param name="Frame">What all pages share.</param>
/// <param name="Snapshot">The index.</param>
/// <param name="Query">What was asked.</param>
/// <param name="Response">What was found.</param>
internal sealed record SearchView(PageFrame Frame, IndexSnapshot Snapshot, SearchQuery Query, SearchResponse Response)
{
    private const int LongestRepeated = 300;
    private const int LongestText = 200;

    // Of a facet at most, but for those that are chosen, which are counted as filters.
    private const int ShownValues = 40;
    private bool? _hasFilterLinks;
    private (Hit? Hit, string Page) _page = (null, "");

    /// <summary>What the page says, in its language.</summary>
    public Words Words => Frame.Words;

    /// <summary>The years of what was found, beside those of the archive.</summary>
    public YearSeries Series => field ??= YearCard.Series(this);

    /// <summary>What was asked of the index.</summary>
    public SearchRequest Request => Query.Request;

    /// <summary>How many proposals the whole archive has of each year.</summary>
    public IReadOnlyDictionary<int, long> Years { get; init; } = new Dictionary<int, long>();

    /// <summary>The text to show for the query; empty when all proposals are listed.</summary>
    public string Text => Request.Text.Trim();

    /// <summary>The canonical address of this search as a page.</summary>
    public SearchAddress Address { get; } = SearchAddress.OfPage(Frame.Root, Query);

    /// <summary>Addresses that change its filters.</summary>
    public FacetAddress Facets => field ??= new FacetAddress(Address, Request.Filters);

    /// <summary>
    /// Whether filters are links. Each link repeats the address; where so many of so long an address would make the page too large, they
    /// are not.
    /// </summary>
    public bool HasFilterLinks => _hasFilterLinks ??= Facets.Fits(
        (2 * Response.Facets.Sum(facet => Math.Min(facet.Values.Count, ShownValues) + 1))
        + Request.Filters.Sum(filter => filter.Include.Count + filter.Exclude.Count + 1));

    /// <summary>
    /// The page of a hit; it carries the search, to mark its words and lead back, or its text alone, or nothing where that is too long to
    /// repeat for each hit and snippet.
    /// </summary>
    public string Proposal(Hit hit, int? answer = null)
    {
        var (known, page) = _page;
        if (!ReferenceEquals(known, hit))
        {
            page = FoundView.PageOf(Frame, Repeated, hit.Id, Repeated == Address ? PlaceOf(hit) : 0);
            _page = (hit, page);
        }

        return answer is { } at ? $"{page}#{ProposalAddress.Anchor(at)}" : page;
    }

    /// <summary>The search as the address of a hit carries it.</summary>
    private SearchAddress Repeated => field ??= Address.ToString().Length <= LongestRepeated ? Address
        : Text.Length is > 0 and <= LongestText ? Address.Only("q")
        : Address.Only("");

    /// <summary>Which hit it is, from 1; 0 where the page goes on at a cursor.</summary>
    private int PlaceOf(Hit hit) => Request.Cursor is not null ? 0
        : ((Request.Page - 1) * Request.PerPage) + Response.Hits.TakeWhile(other => other.Id != hit.Id).Count() + 1;
}
