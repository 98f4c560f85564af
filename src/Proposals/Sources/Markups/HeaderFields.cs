using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources.Markups;

/// <summary>Lines <c>Key: value</c> in a row, as mail has them at its top; a line that is indented goes on with the one above.</summary>
internal static partial class HeaderFields
{
    private const int FewestFields = 2;

    /// <summary>The fields from a line on; none where fewer than two stand there, or other lines between them.</summary>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="start">Where the fields begin.</param>
    /// <param name="end">The line behind them; <paramref name="start"/> where there are none.</param>
    public static List<SourceEntry> Read(ReadOnlySpan<string> lines, int start, out int end)
    {
        var fields = new List<SourceEntry>();
        var indent = start < lines.Length ? IndentOf(lines[start]) : 0;
        for (end = start; end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]) && !lines[end].StartsWith('<'); end++)
        {
            var line = lines[end];
            if (fields.Count > 0 && IndentOf(line) > indent)
            {
                fields[^1] = fields[^1] with { Value = GoOn(((SourceText)fields[^1].Value).Text, line.Trim()) };
            }
            else if (Field().Match(line.Trim()) is { Success: true } match)
            {
                fields.Add(new SourceEntry(match.Groups["key"].Value, new SourceText(match.Groups["value"].Value.Trim()), end + 1));
            }
            else
            {
                break;
            }
        }

        var isWhole = end >= lines.Length || string.IsNullOrWhiteSpace(lines[end]) || lines[end].StartsWith('<');
        if (fields.Count >= FewestFields && isWhole)
        {
            return fields;
        }

        end = start;
        return [];
    }

    /// <summary>A value that goes on. People, each on a line with an address, are as many values.</summary>
    private static SourceText GoOn(string text, string line)
        => new($"{text}{(text.EndsWith('>') && line.EndsWith('>') ? "," : "")} {line}".Trim());

    private static int IndentOf(string line) => line.AsSpan().IndexOfAnyExcept(' ', '\t') is var indent and > 0 ? indent : 0;

    [GeneratedRegex(@"^(?<key>\p{L}[\p{L}\p{N} _/-]{0,39}?) ?:(?: +(?<value>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
