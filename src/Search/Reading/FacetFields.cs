using ProposalSearch.Search.Language;

namespace ProposalSearch.Search.Reading;

/// <summary>Which facets a query names.</summary>
internal static class FacetFields
{
    /// <summary>The fields, as often as they are named.</summary>
    public static IEnumerable<string> Of(QueryNode? root) => QueryText.Leaves(root).Select(leaf => leaf.Node switch
    {
        FacetNode facet => facet.Field,
        RangeNode range => range.Field,
        _ => null,
    }).OfType<string>();
}
