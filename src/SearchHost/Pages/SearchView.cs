using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What the page of a search is made from.</summary>
/// <param name="Frame">What all pages share.</param>
/// <param name="Snapshot">The index.</param>
/// <param name="Query">What was asked.</param>
/// <param name="Response">What was found.</param>
internal sealed record SearchView(PageFrame Frame, IndexSnapshot Snapshot, SearchQuery Query, SearchResponse Response)
{
    private const int LongestRepeated = 200;
    private bool? _hasFilterLinks;

    /// <summary>What was asked of the index.</summary>
    public SearchRequest Request => Query.Request;

    /// <summary>The text to show for the query; empty when all proposals are listed.</summary>
    public string Text => Request.Text.Trim();

    /// <summary>The canonical address of this search as a page.</summary>
    public SearchAddress Address { get; } = SearchAddress.Of(Frame.Root + "/", Query);

    /// <summary>Addresses that change its filters.</summary>
    public FacetAddress Facets => field ??= new FacetAddress(Address, Request.Filters);

    /// <summary>
    /// Whether filters are links. Each link repeats the address; where so many of so long an address would make the page too large, they
    /// are not.
    /// </summary>
    public bool HasFilterLinks => _hasFilterLinks ??= Facets.Fits(
        Response.Facets.Sum(facet => facet.Values.Count + 1)
        + Request.Filters.Sum(filter => filter.Include.Count + filter.Exclude.Count + 1));

    /// <summary>
    /// The page of a hit; it keeps the query, to lead back and to fill the box, unless that is too long to repeat for each hit and snippet.
    /// </summary>
    public string Proposal(string id, int? answer = null)
    {
        var page = ProposalAddress.Page(Frame.Root, id);
        var query = Text.Length is 0 or > LongestRepeated ? "" : "?q=" + Uri.EscapeDataString(Text);
        return answer is { } at ? $"{page}{query}#{ProposalAddress.Anchor(at)}" : page + query;
    }
}
