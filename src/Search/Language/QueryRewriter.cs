namespace ProposalSearch.Search.Language;

/// <summary>Replaces the words, phrases, patterns and filters of a query, and tidies up what is left.</summary>
internal static class QueryRewriter
{
    /// <summary>A tree with its leaves replaced; <see langword="null"/> where none is left.</summary>
    public static QueryNode? Rewrite(QueryNode node, bool excluded, Func<QueryNode, bool, QueryNode?> replace) => node switch
    {
        GroupNode { IsAnyOf: true } group =>
            QueryTree.Any(group.Clauses.Select(clause => Rewrite(clause.Node, excluded, replace)).OfType<QueryNode>()),
        GroupNode group => QueryTree.All([.. group.Clauses.Select(clause => Rewrite(clause, excluded, replace)).OfType<QueryItem>()]),
        WithinNode { Inner: EverythingNode } => node,
        WithinNode within => Rewrite(within.Inner, excluded, replace) is { } inner ? within with { Inner = inner } : null,
        EverythingNode => node,
        _ => replace(node, excluded),
    };

    private static QueryItem? Rewrite(QueryClause clause, bool excluded, Func<QueryNode, bool, QueryNode?> replace)
    {
        var turned = clause.Occurrence == Occurrence.Excluded;
        return Rewrite(clause.Node, excluded ^ turned, replace) is { } node
            ? new QueryItem(node, turned ? Occurrence.Excluded : null)
            : null;
    }
}
