namespace ProposalSearch.SearchHost.Wire;

/// <summary>Which parts an answer to a search carries: those that <c>parts</c> names, or all.</summary>
internal static class AnswerParts
{
    /// <summary>The account of the query, which may be asked for in parts: <c>query.corrected</c>.</summary>
    public const string Query = "query";

    /// <summary>The addresses around the answer, which may be asked for in parts: <c>links.next</c>.</summary>
    public const string Links = "links";

    private const string Total = "total";
    private const string Hits = "hits";

    /// <summary>Whether an answer of these parts has this one. The total and the hits are always there.</summary>
    public static bool Has(IReadOnlyList<string>? parts, string name)
        => parts is null || name is Total or Hits || parts.Any(part => part == name || IsWithin(part, name));

    /// <summary>Whether one of its parts has this part of its own.</summary>
    public static bool Has(IReadOnlyList<string>? parts, string whole, string name)
        => parts is null
            || parts.Any(part => part == whole || (IsWithin(part, whole) && part.AsSpan(whole.Length + 1).SequenceEqual(name)));

    private static bool IsWithin(string part, string whole)
        => part.Length > whole.Length && part[whole.Length] == '.' && part.StartsWith(whole, StringComparison.Ordinal);
}
