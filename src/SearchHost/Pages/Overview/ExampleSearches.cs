using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary>Searches that the proposals themselves suggest: their most frequent values, as words to look for.</summary>
internal static class ExampleSearches
{
    private const int Most = 4;
    private const int Longest = 28;

    /// <summary>One of each facet, then a second of each.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<FacetResult> facets)
    {
        var usable = facets.Select(static facet => facet.Values.Select(static value => value.Label).Where(IsUsable).Take(Most).ToList())
            .ToList();
        return
        [
            .. Enumerable.Range(0, Most).SelectMany(at => usable.Where(values => values.Count > at).Select(values => values[at]))
                .Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).Select(AsTyped),
        ];
    }

    /// <summary>Words, and neither a number nor a range of them.</summary>
    private static bool IsUsable(string value) =>
        value.Length is > 3 and <= Longest && !value.Any(char.IsDigit)
        && value.All(static letter => char.IsLetter(letter) || letter is ' ' or '-' or '\'' or '’');

    /// <summary>Several words as a phrase.</summary>
    private static string AsTyped(string value) => value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value;
}
