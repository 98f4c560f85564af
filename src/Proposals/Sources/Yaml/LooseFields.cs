using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>
/// Front matter, or a file, that is no YAML, read as other programs read it: each line at the margin that begins with a key is one entry,
/// with the lines below it up to the next key. An entry that is YAML by itself is read as such; of another the rest of the line
/// is its text.
/// </summary>
internal sealed partial class LooseFields
{
    /// <summary>Front matter has a few keys; what has more than this is something else.</summary>
    private const int MostEntries = 10_000;

    private const string Quotes = "\"'";

    private readonly SourceReading _reading;
    private readonly SourceMapBuilder _all;
    private readonly List<SourceEntry> _clean = [];
    private int _entries;

    private LooseFields(SourceReading reading) => (_reading, _all) = (reading, new SourceMapBuilder(reading));

    /// <summary>
    /// Reads the entries; <see langword="null"/> where there are none, or more than front matter has. What is <c>Clean</c> of them is YAML.
    /// </summary>
    /// <param name="yaml">The text, of which lines end in <c>\n</c>.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="reading">Takes the warnings.</param>
    public static (SourceMap All, SourceMap Clean)? Read(string yaml, int firstLine, SourceReading reading)
    {
        var fields = new LooseFields(reading);
        var (lines, start) = (yaml.Split('\n'), -1);
        for (var at = 0; at <= lines.Length; at++)
        {
            if (at < lines.Length && !KeyLine().IsMatch(lines[at]))
            {
                continue;
            }

            if (start >= 0)
            {
                fields.Add(lines.AsSpan(start, at - start), firstLine + start);
            }

            start = at;
        }

        return fields._entries is 0 or > MostEntries ? null : (fields._all.Build(), new SourceMap(fields._clean));
    }

    private void Add(ReadOnlySpan<string> lines, int line)
    {
        if (++_entries > MostEntries)
        {
            return;
        }

        if (TryParse(string.Join('\n', lines!), line) is { } entry)
        {
            _all.Add(entry.Key, entry.Value, line);
            _clean.Add(entry with { Line = line });
            return;
        }

        var match = KeyLine().Match(lines[0]);
        _all.Add(match.Groups["key"].Value.Trim().Trim('"', '\''), Value(match.Groups["rest"].Value, lines[1..]), line);
    }

    private SourceEntry? TryParse(string yaml, int line)
    {
        var warnings = _reading.Warnings.Count;
        try
        {
            if (new YamlTree(yaml, line, _reading).ReadDocuments() is [SourceMap { Entries: [var only] }])
            {
                return only;
            }
        }
        catch (Exception failure)
            when (failure is YamlException or InvalidOperationException or ArgumentException
                or IndexOutOfRangeException or NullReferenceException)
        {
            // Then the rest of the line is a text.
        }

        _reading.Warnings.RemoveRange(warnings, _reading.Warnings.Count - warnings);
        return null;
    }

    /// <summary>What follows a key, without quotes around it, and the lines below: those of a list are its items.</summary>
    private static SourceValue Value(string rest, ReadOnlySpan<string> below)
    {
        var first = rest.Trim();
        var isBlock = first is ['|' or '>'] or ['|' or '>', '-' or '+'];
        var lines = new List<string>();
        foreach (var line in below)
        {
            var content = line.AsSpan().Trim();
            if (content.Length > 0 && (isBlock || content[0] != '#'))
            {
                lines.Add(content.ToString());
            }
        }

        if (first.Length == 0 && lines.Count > 0 && lines.TrueForAll(static line => line.StartsWith("- ", StringComparison.Ordinal)))
        {
            return new SourceList([.. lines.Select(static line => new SourceText(Unquoted(line[2..].Trim())))]);
        }

        return new SourceText(Unquoted(string.Join('\n', isBlock ? lines : lines.Prepend(first)).Trim()));
    }

    /// <summary>A text without the quotes around it, and without one that only begins or only ends it.</summary>
    private static string Unquoted(string text)
    {
        if (text.Length > 1 && Quotes.Contains(text[0], StringComparison.Ordinal) && text[^1] == text[0])
        {
            return text[1..^1];
        }

        return text.Length > 0 && Quotes.Contains(text[0], StringComparison.Ordinal) && text.IndexOf(text[0], 1) < 0 ? text[1..] : text;
    }

    /// <summary>A key at the margin, in quotes or not, with a colon and what follows it.</summary>
    [GeneratedRegex(
        """^(?<key>"[^"\n]+"|'[^'\n]+'|[^\s#:"'\-\[\]{}|>&*!%@`?,][^:\n]{0,199}?)[ \t]*:(?:[ \t]+(?<rest>.*))?$""",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex KeyLine();
}
