namespace ProposalSearch.Proposals.Schema;

/// <summary>Which values of a facet are paths, and how the values above others are spelled. Immutable.</summary>
/// <param name="Separator">What stands between their parts.</param>
/// <param name="Above">
/// The values above others by their key (<see cref="KeyOf"/>), each with the spelling of its last part. A path whose first part is not
/// among them is no path: <c>Research / Development</c> is one value where nothing else is below <c>Research</c>.
/// </param>
internal sealed record FacetPaths(PathSeparator Separator, IReadOnlyDictionary<string, string> Above)
{
    /// <summary>What a digest of them is made of.</summary>
    public IEnumerable<string> Digested
        => Above.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(static pair => new[] { pair.Key, pair.Value })
            .Prepend(Separator.Written);

    /// <summary>The key of the value that these parts are.</summary>
    public static string KeyOf(ReadOnlySpan<string> parts)
        => string.Join('\n', parts.ToArray().Select(static part => Wording.Normalize(part)));

    /// <summary>The values that a text stands for: the values above it, the highest first, and the value itself.</summary>
    public IEnumerable<string> Of(string value)
    {
        var parts = Separator.Parts(value);
        if (!Above.ContainsKey(KeyOf(parts.AsSpan(0, 1))))
        {
            return [value];
        }

        var values = new string[parts.Length];
        for (var at = 0; at < parts.Length; at++)
        {
            var part = Above.GetValueOrDefault(KeyOf(parts.AsSpan(0, at + 1)), parts[at]);
            values[at] = at == 0 ? part : values[at - 1] + Separator.Written + part;
        }

        return values;
    }
}
