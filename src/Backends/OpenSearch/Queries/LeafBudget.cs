namespace ProposalSearch.Backends.OpenSearch.Queries;

/// <summary>
/// Keeps a query within what a server takes, 1,024 parts: of what only adds to scores, that which adds least goes. What matches stays.
/// </summary>
internal static class LeafBudget
{
    /// <summary>Parts at most; filters and counts have some of their own.</summary>
    private const int Most = 900;

    /// <summary>The query, with as much of what only adds to scores as there is room for.</summary>
    public static Clause Kept(Clause clause)
    {
        int over = clause.Leaves - Most;
        if (over <= 0)
        {
            return clause;
        }

        var dropped = new HashSet<Clause>(ReferenceEqualityComparer.Instance);
        foreach (var leaf in Optional(clause).OrderBy(leaf => leaf.Worth))
        {
            if (over > 0)
            {
                dropped.Add(leaf);
                over -= leaf.Leaves;
            }
        }

        return Without(clause, dropped);
    }

    private static IEnumerable<LeafClause> Optional(Clause clause) => clause is not BoolClause some ? []
        : some.Must.Concat(some.Should).SelectMany(Optional)
            .Concat(some.Minimum == 0 ? some.Should.OfType<LeafClause>() : []);

    private static Clause Without(Clause clause, HashSet<Clause> dropped) => clause is not BoolClause some ? clause : some with
    {
        Must = [.. some.Must.Select(inner => Without(inner, dropped))],
        Should = [.. some.Should.Where(inner => !dropped.Contains(inner)).Select(inner => Without(inner, dropped))],
    };
}
