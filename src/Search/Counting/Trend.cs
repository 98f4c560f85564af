namespace ProposalSearch.Search.Counting;

/// <summary>How many proposals of each year match a request.</summary>
public sealed record Trend
{
    /// <summary>How the text of the query was understood.</summary>
    public required QueryInterpretation Query { get; init; }

    /// <summary>Proposals that match, with and without a year.</summary>
    public required long Total { get; init; }

    /// <summary>
    /// Each year of which there is any proposal that the filters let pass, the earliest first; those that a filter on the year lets pass.
    /// </summary>
    public required IReadOnlyList<TrendYear> Years { get; init; }

    /// <summary>Proposals that match and state no year.</summary>
    public required long Missing { get; init; }

    /// <summary>Sentences about what was done to the request, for a person to read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A year of a <see cref="Trend"/>.</summary>
/// <param name="Year">The year.</param>
/// <param name="Count">Proposals of the year that match.</param>
/// <param name="Of">Proposals of the year that the same request without its text finds; never 0.</param>
public sealed record TrendYear(int Year, long Count, long Of)
{
    /// <summary><see cref="Count"/> as a part of <see cref="Of"/>, 0 to 1.</summary>
    public double Share => Count / (double)Of;
}
