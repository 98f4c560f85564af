namespace ProposalSearch.Search.Language;

/// <summary>A part of a query with the sign before it.</summary>
/// <param name="Node">What it is; <see langword="null"/> for a scope.</param>
/// <param name="Occurrence">What the sign says, or <see langword="null"/> without one.</param>
/// <param name="Scope">The section of a part that says where to look for its neighbours.</param>
internal readonly record struct QueryItem(QueryNode? Node, Occurrence? Occurrence = null, string? Scope = null)
{
    public static QueryItem Wanted(QueryNode node) => new(node);

    public static QueryItem ForScope(string section) => new(null, null, section);

    /// <summary>The part by itself, as one of several alternatives.</summary>
    public QueryNode AsNode()
    {
        if (Scope is not null)
        {
            return QueryTree.Within([Scope], null);
        }

        return Occurrence == Language.Occurrence.Excluded ? new GroupNode([new QueryClause(Language.Occurrence.Excluded, Node!)]) : Node!;
    }
}

/// <summary>
/// Makes groups in one form only, so that equal queries are equal trees: no group within a group of its kind, none of a
/// single clause (but an excluded one), no clause twice, and <c>*</c> only where it changes something.
/// </summary>
internal static class QueryTree
{
    /// <summary>All parts that are not excluded, within the scopes among the parts.</summary>
    public static QueryNode? All(IReadOnlyList<QueryItem> items)
    {
        var clauses = new List<QueryClause>();
        var scopes = new List<string>();
        var everything = false;
        foreach (var item in items)
        {
            if (item.Scope is { } scope)
            {
                AddOnce(scopes, scope);
            }
            else if (item.Occurrence == Occurrence.Excluded)
            {
                clauses.Add(new QueryClause(Occurrence.Excluded, item.Node!));
            }
            else if (item.Node is GroupNode { IsAnyOf: false } group)
            {
                clauses.AddRange(group.Clauses);
            }
            else if (item.Node is EverythingNode)
            {
                everything = true;
            }
            else
            {
                clauses.Add(new QueryClause(Occurrence.Required, item.Node!));
            }
        }

        var inner = Single(clauses) ?? (everything ? new EverythingNode() : null);
        return scopes.Count == 0 ? inner : Within(scopes, inner);
    }

    /// <summary>Any of the parts; <see langword="null"/> where there is none.</summary>
    public static QueryNode? Any(IEnumerable<QueryNode> nodes)
    {
        var clauses = new List<QueryClause>();
        foreach (var node in nodes)
        {
            if (node is GroupNode { IsAnyOf: true } group)
            {
                clauses.AddRange(group.Clauses);
            }
            else
            {
                clauses.Add(new QueryClause(Occurrence.Optional, node));
            }
        }

        return Single(clauses);
    }

    /// <summary>
    /// Where one of several words is enough: any of the parts without a sign, and all with a <c>+</c>. Filters stay filters:
    /// they are no words. Beside a word that must match, the others only add to the score.
    /// </summary>
    public static QueryNode? AnyWanted(IReadOnlyList<QueryItem> items)
    {
        var wanted = items.Where(IsWanted).Select(item => item.Node!).ToList();
        if (wanted.Count == 0)
        {
            return All(items);
        }

        if (items.Any(item => item.Occurrence == Occurrence.Required && !IsFilter(item.Node!)))
        {
            wanted.Add(new EverythingNode());
        }

        var any = QueryItem.Wanted(Any(wanted)!);
        var at = items.TakeWhile(item => !IsWanted(item)).Count();
        return All([.. items.Take(at), any, .. items.Skip(at).Where(item => !IsWanted(item))]);
    }

    /// <summary>A part to look for in some sections; without a part, all that have such a section.</summary>
    public static WithinNode Within(IReadOnlyList<string> sections, QueryNode? inner) => new(sections, inner ?? new EverythingNode());

    private static bool IsWanted(QueryItem item) => item is { Scope: null, Occurrence: null } && !IsFilter(item.Node!);

    private static bool IsFilter(QueryNode node) => node switch
    {
        FacetNode or RangeNode => true,
        GroupNode group => group.Clauses.All(clause => IsFilter(clause.Node)),
        _ => false,
    };

    // A clause that is there twice says nothing new, and would be searched for twice.
    private static QueryNode? Single(List<QueryClause> clauses) => clauses.Distinct().ToList() switch
    {
        [] => null,
        [{ Occurrence: not Occurrence.Excluded } clause] => clause.Node,
        var distinct => new GroupNode(distinct),
    };

    private static void AddOnce(List<string> names, string name)
    {
        if (!names.Contains(name, StringComparer.Ordinal))
        {
            names.Add(name);
        }
    }
}
