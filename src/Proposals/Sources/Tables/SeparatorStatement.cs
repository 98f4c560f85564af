namespace ProposalSearch.Proposals.Sources.Tables;

/// <summary>The line <c>sep=;</c> that spreadsheets understand at the top of a table, before its headers.</summary>
internal static class SeparatorStatement
{
    private const string Start = "sep=";

    /// <summary>The separator that a table states, if any, and the table with that line emptied, so that lines stay the same.</summary>
    public static (char? Separator, string Table) Read(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text.AsSpan(0, end);
        var bare = line.Length > 1 && line[0] == '"' && line[^1] == '"' ? line[1..^1] : line;
        var isStatement = bare.Length == Start.Length + 1 && bare.StartsWith(Start, StringComparison.OrdinalIgnoreCase);
        return isStatement ? (bare[^1], end < 0 ? "" : text[end..]) : (null, text);
    }
}
