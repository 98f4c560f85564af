using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>
/// A list of mappings that is no YAML as a whole, such as one with a quote that is never closed: each item at the margin is read by
/// itself, and one that is no YAML line by line, see <see cref="LooseFields"/>.
/// </summary>
internal static partial class LooseItems
{
    /// <summary>The items; <see langword="null"/> where the text is no such list. What is <c>Clean</c> of them is YAML.</summary>
    /// <param name="yaml">The text, of which lines end in <c>\n</c>.</param>
    /// <param name="reading">Takes the warnings.</param>
    public static (IReadOnlyList<SourceValue> All, SourceMap Clean)? Read(string yaml, SourceReading reading)
    {
        var lines = yaml.Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(at => Item().IsMatch(lines[at])).ToList();
        if (starts.Count < 2 || lines.Take(starts[0]).Any(static line => !IsNothing(line)))
        {
            return null;
        }

        var (items, clean) = (new List<SourceValue>(), new List<SourceEntry>());
        for (var at = 0; at < starts.Count; at++)
        {
            var end = at + 1 < starts.Count ? starts[at + 1] : lines.Length;
            if (LooseFields.Read(Unindented(lines[starts[at]..end]), starts[at] + 1, reading) is not { } fields)
            {
                return null;
            }

            items.Add(fields.All);
            clean.AddRange(fields.Clean.Entries);
        }

        return (items, new SourceMap(clean));
    }

    private static bool IsNothing(string line) => line.AsSpan().TrimStart() is [] or ['#', ..] || line.TrimEnd() == "---";

    /// <summary>The lines of an item as those of a mapping at the margin.</summary>
    private static string Unindented(string[] lines)
    {
        var margin = lines[0].Length - lines[0][1..].TrimStart().Length;
        return string.Join('\n', lines.Select((line, at) => at == 0 ? line[margin..]
            : line[..Math.Min(margin, line.Length)].Trim(' ').Length == 0 ? line[Math.Min(margin, line.Length)..]
            : line));
    }

    [GeneratedRegex("^- +[^ ]", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
