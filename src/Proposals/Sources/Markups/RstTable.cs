using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources.Markups;

/// <summary>Tables of reStructuredText of two columns, of which the first has keys: with drawn lines, or as lists of lists.</summary>
/// <param name="Rows">The rows, each with its line, from 0.</param>
/// <param name="End">The line behind the table.</param>
internal sealed partial record RstTable(IReadOnlyList<(string Key, string Value, int Line)> Rows, int End)
{
    private const int FewestRows = 2;
    private const int LongestKey = 40;

    /// <summary>The table that begins on a line; <see langword="null"/> where none does, or one of another form.</summary>
    public static RstTable? ReadPairs(string[] lines, int at)
    {
        var table = Drawn().IsMatch(lines[at]) ? ReadDrawn(lines, at) : ListTable().IsMatch(lines[at]) ? ReadList(lines, at) : null;
        return table is { Rows.Count: >= FewestRows } && table.Rows.All(static row => IsKey(row.Key)) ? table : null;
    }

    private static bool IsKey(string key)
        => key.Trim('`', '*') is { Length: > 0 and <= LongestKey } name && char.IsLetter(name[0]);

    private static RstTable? ReadDrawn(string[] lines, int at)
    {
        var rows = new List<(string Key, string Value, int Line)>();
        var isNew = true;
        for (; at < lines.Length && lines[at].Length > 0; at++)
        {
            if (Drawn().IsMatch(lines[at]))
            {
                isNew = true;
            }
            else if (Row().Match(lines[at]) is { Success: true } match)
            {
                var (key, value) = (match.Groups["key"].Value.Trim(), match.Groups["value"].Value.Trim());
                if (isNew)
                {
                    rows.Add((key, value, at));
                }
                else
                {
                    rows[^1] = rows[^1] with { Key = $"{rows[^1].Key} {key}".Trim(), Value = $"{rows[^1].Value} {value}".Trim() };
                }

                isNew = false;
            }
            else
            {
                return null;
            }
        }

        return new RstTable(rows, at);
    }

    /// <summary>Items of two items each, below a directive and its options.</summary>
    private static RstTable? ReadList(string[] lines, int at)
    {
        var rows = new List<(string Key, string Value, int Line)>();
        var cells = 0;
        for (at++; at < lines.Length && (lines[at].Length == 0 || char.IsWhiteSpace(lines[at][0])); at++)
        {
            if (Cell().Match(lines[at]) is { Success: true } cell && (cell.Groups["row"].Success || cells < 2))
            {
                cells = cell.Groups["row"].Success ? 1 : cells + 1;
                var text = cell.Groups["text"].Value.Trim();
                rows.Add(cells == 1 ? (text, "", at) : rows[^1] with { Value = text });
                rows.RemoveRange(rows.Count - cells, cells - 1);
            }
            else if (rows.Count > 0 && lines[at].Length > 0)
            {
                var more = lines[at].Trim().TrimStart('*', '-').Trim();
                rows[^1] = cells == 1
                    ? rows[^1] with { Key = $"{rows[^1].Key} {more}" }
                    : rows[^1] with { Value = $"{rows[^1].Value}\n{more}".Trim() };
            }
            else if (HeaderRows().IsMatch(lines[at]))
            {
                return null;
            }
        }

        return new RstTable(rows, at);
    }

    [GeneratedRegex(@"^\+[-=]{3,}\+[-=]{3,}\+$", RegexOptions.CultureInvariant)]
    private static partial Regex Drawn();

    [GeneratedRegex(@"^\|(?<key>[^|]*)\|(?<value>[^|]*)\|$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\.\. +list-table::", RegexOptions.CultureInvariant)]
    private static partial Regex ListTable();

    [GeneratedRegex(@"^\s+(?:(?<row>[*-]) +)?[*-](?: +(?<text>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();

    [GeneratedRegex(@"^\s+:header-rows: *[1-9]", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderRows();
}
