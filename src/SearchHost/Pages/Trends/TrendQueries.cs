using ProposalSearch.SearchHost.Parameters;

namespace ProposalSearch.SearchHost.Pages.Trends;

/// <summary>The queries of a page of trends: several of them, as parameters or in one text, parted by commas.</summary>
internal static class TrendQueries
{
    /// <summary>Queries that are compared at most: more lines cannot be told apart.</summary>
    public const int Most = 5;

    /// <summary>The queries, each once, in their order. A comma within quotes parts nothing.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Parameter> parameters) =>
    [
        .. parameters.Where(static parameter => parameter.Name == "q").SelectMany(static parameter => Parts(parameter.Value))
            .Select(static part => part.Trim()).Where(static part => part.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<string> Parts(string text)
    {
        var (start, isQuoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            isQuoted ^= text[at] == '"';
            if (text[at] == ',' && !isQuoted)
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        yield return text[start..];
    }
}
