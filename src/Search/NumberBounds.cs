using System.Globalization;

namespace ProposalSearch.Search;

/// <summary>The bounds of a whole number of a request, both included.</summary>
/// <param name="Parameter">The part of the request, such as <c>per_page</c>.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The greatest; <see cref="int.MaxValue"/> where there is no bound.</param>
public sealed record NumberBounds(string Parameter, int Least, int Most)
{
    /// <summary><see cref="SearchRequest.Page"/>.</summary>
    public static NumberBounds Page { get; } = new("page", 1, int.MaxValue);

    /// <summary><see cref="SearchRequest.PerPage"/>.</summary>
    public static NumberBounds PerPage { get; } = new("per_page", 0, SearchLimits.MaxPerPage);

    /// <summary><see cref="SearchRequest.Snippets"/>.</summary>
    public static NumberBounds Snippets { get; } = new("snippets", 0, SearchLimits.MaxSnippets);

    /// <summary><see cref="SearchRequest.SnippetLength"/>.</summary>
    public static NumberBounds SnippetLength { get; } =
        new("snippet_length", SearchLimits.MinSnippetLength, SearchLimits.MaxSnippetLength);

    /// <summary><see cref="SearchRequest.FacetSize"/>.</summary>
    public static NumberBounds FacetSize { get; } = new("facet_size", 0, SearchLimits.MaxFacetSize);

    /// <summary><see cref="SuggestRequest.Limit"/>.</summary>
    public static NumberBounds SuggestLimit { get; } = new("limit", 1, SearchLimits.MaxSuggestions);

    /// <summary>Whether a number is within the bounds.</summary>
    public bool Includes(int value) => value >= Least && value <= Most;

    /// <summary>Reads a number within the bounds, written in digits alone; false where the text is none.</summary>
    public bool TryRead(string text, out int value)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && Includes(value);

    /// <summary>Adds the fault that this is no number within the bounds.</summary>
    public void AddFault(FaultList faults, string value)
    {
        ArgumentNullException.ThrowIfNull(faults);
        faults.Add(FaultCodes.OutOfRange, Parameter, () => $"{Parameter} is '{Shown.Short(value)}'; it must be a whole number {Range()}.");
    }

    private string Range() => Most == int.MaxValue
        ? FormattableString.Invariant($"from {Least}")
        : FormattableString.Invariant($"from {Least} to {Most}");
}
