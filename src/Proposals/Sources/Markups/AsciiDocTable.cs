using System.Globalization;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources.Markups;

/// <summary>A table of AsciiDoc, whose cells stand beside or below each other between lines of bars.</summary>
/// <param name="Rows">The rows of cells, each with its line, from 0.</param>
/// <param name="End">The line that closes the table.</param>
internal sealed partial record AsciiDocTable(List<(List<string> Cells, int Line)> Rows, int End)
{
    /// <summary>The title of a table that announces keys.</summary>
    public const string Announcing = "Metadata";

    private const int FewestPairs = 2;
    private const int LongestKey = 40;

    /// <summary>Whether each row is a key and its value.</summary>
    public bool ArePairs => Rows.Count >= FewestPairs && Rows.TrueForAll(
        static row => row.Cells is [{ Length: > 0 and <= LongestKey } key, _] && char.IsLetter(key[0]));

    /// <summary>The table that opens on a line; <see langword="null"/> where none does, or where it is never closed.</summary>
    /// <param name="lines">The lines of the document.</param>
    /// <param name="at">The line.</param>
    /// <param name="attributes">The line of attributes above, such as <c>[cols="1h,1"]</c>, or nothing.</param>
    public static AsciiDocTable? Read(string[] lines, int at, string attributes)
    {
        if (!Bars().IsMatch(lines[at]))
        {
            return null;
        }

        var end = Array.IndexOf(lines, lines[at], at + 1);
        return end < 0 ? null : new AsciiDocTable(RowsOf(CellsOf(lines, at + 1, end), Columns(attributes)), end);
    }

    private static List<(string Text, int Line)> CellsOf(string[] lines, int at, int end)
    {
        var cells = new List<(string Text, int Line)>();
        for (; at < end; at++)
        {
            if (lines[at].StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            var parts = Bar().Split(lines[at]);
            if (parts[0].Trim() is { Length: > 0 } more && cells.Count > 0)
            {
                cells[^1] = cells[^1] with { Text = $"{cells[^1].Text} {more}".Trim() };
            }

            var line = at;
            cells.AddRange(parts.Skip(1).Select(part => (part.Trim().Replace("\\|", "|", StringComparison.Ordinal), line)));
        }

        return cells;
    }

    private static List<(List<string> Cells, int Line)> RowsOf(List<(string Text, int Line)> cells, int columns)
    {
        columns = columns > 0 || cells.Count == 0 ? columns : cells.Count(cell => cell.Line == cells[0].Line);
        return columns == 0 || cells.Count % columns != 0
            ? [.. cells.GroupBy(static cell => cell.Line).Select(static row => (row.Select(static cell => cell.Text).ToList(), row.Key))]
            : [.. cells.Chunk(columns).Select(static row => (row.Select(static cell => cell.Text).ToList(), row[0].Line))];
    }

    /// <summary>How many columns the attributes name; 0 where they name none.</summary>
    private static int Columns(string attributes) => Cols().Match(attributes) is { Success: true } match
        ? int.TryParse(match.Groups["cols"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? columns
            : match.Groups["cols"].Value.Split([',', ';']).Sum(static column => Times().Match(column) is { Success: true } times
                ? int.Parse(times.Groups["times"].ValueSpan, CultureInfo.InvariantCulture)
                : 1)
        : 0;

    [GeneratedRegex(@"^[|!]={3,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Bars();

    /// <summary>What begins a cell, with what is said of its span and its look.</summary>
    [GeneratedRegex(@"(?:(?<=^|\s)(?:\d+(?:\.\d+)?[+*]|\.\d+\+)?[<>^.]{0,2}[adehlmsv]?)?(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Bar();

    [GeneratedRegex(
        """\bcols\s*=\s*(?:"(?<cols>[^"]{1,200})"|'(?<cols>[^']{1,200})'|(?<cols>[\d*]{1,10}))""", RegexOptions.CultureInvariant)]
    private static partial Regex Cols();

    [GeneratedRegex(@"^\s*(?<times>\d{1,2})\*", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
