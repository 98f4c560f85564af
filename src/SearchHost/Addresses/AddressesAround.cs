using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Addresses;

/// <summary>The addresses of a page of hits and of those beside it.</summary>
/// <param name="Self">This page.</param>
/// <param name="Next">The next one, or <see langword="null"/> where there is none.</param>
/// <param name="Previous">The one before, or <see langword="null"/> where there is none or it is not known.</param>
internal sealed record AddressesAround(string Self, string? Next, string? Previous)
{
    /// <summary>Those around an answer.</summary>
    public static AddressesAround Of(SearchAddress address, SearchRequest asked, SearchResponse response)
    {
        var shown = response.Total + response.PartialTotal;
        var next = (asked.Page + 1L) * asked.PerPage <= SearchLimits.Window && asked.Cursor is null
            ? (long)asked.Page * asked.PerPage < shown && asked.PerPage > 0 ? address.Page(asked.Page + 1) : null
            : response.NextCursor is { } cursor ? address.Cursor(cursor) : null;
        return new AddressesAround(
            asked.Cursor is { } here ? address.Cursor(here) : address.Page(asked.Page),
            next,
            asked.Cursor is null && asked.Page > 1 ? address.Page(asked.Page - 1) : null);
    }
}
