namespace ProposalSearch.Proposals;

/// <summary>The sections that every proposal may have beside its answers.</summary>
public static class QuerySections
{
    /// <summary>The title.</summary>
    public const string Title = "title";

    /// <summary>The summary.</summary>
    public const string Summary = "summary";

    /// <summary>The organization's name.</summary>
    public const string Organization = "organization";

    /// <summary>All three.</summary>
    public static IReadOnlyList<string> All { get; } = [Title, Summary, Organization];
}
