namespace ProposalSearch.Proposals;

/// <summary>
/// Values of a facet that are paths, such as <c>Learn > Schools</c>. A proposal that has one has those above it, <c>Learn</c>, too, so that
/// a value above is never counted less often than one below it.
/// </summary>
public static class FacetPath
{
    /// <summary>The nearest value above; <see langword="null"/> where there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="separator">What stands between the parts (<see cref="FacetDefinition.Separator"/>).</param>
    /// <param name="isValue">Whether the facet has a value: what has a separator in it need not be a path.</param>
    public static string? Parent(string value, string? separator, Predicate<string> isValue)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(isValue);
        if (separator is null)
        {
            return null;
        }

        for (var at = Last(value, separator, value.Length); at > 0; at = Last(value, separator, at))
        {
            if (isValue(value[..at]))
            {
                return value[..at];
            }
        }

        return null;
    }

    /// <summary>Whether a value is below another.</summary>
    public static bool IsBelow(string value, string above, string? separator)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(above);
        return separator is not null
            && value.Length > above.Length + separator.Length
            && value.StartsWith(above, StringComparison.Ordinal)
            && value.AsSpan(above.Length).StartsWith(separator, StringComparison.Ordinal);
    }

    /// <summary>The values of a proposal that none of its others is below, in their order.</summary>
    public static IReadOnlyList<string> Lowest(IReadOnlyList<string> values, string? separator)
    {
        ArgumentNullException.ThrowIfNull(values);
        return separator is null || values.Count < 2 ? values
            : [.. values.Where(value => !values.Any(other => IsBelow(other, value, separator)))];
    }

    private static int Last(string value, string separator, int before) =>
        before <= 0 ? -1 : value.AsSpan(0, before).LastIndexOf(separator, StringComparison.Ordinal);
}
