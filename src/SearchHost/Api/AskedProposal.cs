namespace ProposalSearch.SearchHost.Api;

/// <summary>Which proposals an address may mean, in the order in which they are looked for.</summary>
internal static class AskedProposal
{
    private const string EncodedSlash = "%2F";

    /// <summary>
    /// The ids that may be meant: the path as it is; then without slashes at its end, which people and programs add; then with its encoded
    /// slashes read as slashes, as programs send an id that they encode as a whole.
    /// </summary>
    public static IReadOnlyList<string> Readings(string path)
    {
        var isPlain = !path.EndsWith('/') && !path.Contains(EncodedSlash, StringComparison.OrdinalIgnoreCase);
        return isPlain ? [path] : [.. Several(path).Distinct(StringComparer.Ordinal).Where(id => id.Length > 0)];
    }

    private static IEnumerable<string> Several(string path)
    {
        yield return path;
        yield return path.TrimEnd('/');
        yield return path.Replace(EncodedSlash, "/", StringComparison.OrdinalIgnoreCase).TrimEnd('/');
    }
}
