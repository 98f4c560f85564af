namespace ProposalSearch.Proposals;

/// <summary>A facet field.</summary>
/// <param name="Field">Its name in requests, such as <c>area</c>.</param>
/// <param name="Label">Its name to show, such as <c>Area</c>.</param>
/// <param name="Type">What its values are.</param>
public sealed record FacetDefinition(string Field, string Label, FacetType Type)
{
    /// <summary>
    /// Whether it is counted where a request does not say which facets it wants. False for numbers that are there to be asked for in
    /// ranges, whose values nobody would read as a list. Default true.
    /// </summary>
    public bool IsListed { get; init; } = true;

    /// <summary>
    /// What stands between the parts of values that are paths, with its blanks, such as <c> > </c>; <see langword="null"/> where none is
    /// one. See <see cref="FacetPath"/>.
    /// </summary>
    public string? Separator { get; init; }
}

/// <summary>What the values of a facet are.</summary>
public enum FacetType
{
    /// <summary>Words, such as a category.</summary>
    Text,

    /// <summary>Whole numbers, such as a year; ranges can be asked for.</summary>
    Number,
}
