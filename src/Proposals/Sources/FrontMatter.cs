using System.Text.RegularExpressions;
using ProposalSearch.Proposals.Sources.Markups;
using ProposalSearch.Proposals.Sources.Yaml;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// What stands above the body of a file: YAML between <c>---</c> and <c>---</c> (or <c>...</c>), TOML between <c>+++</c>, JSON between
/// <c>;;;</c> or as an object of its own; see <see cref="FrontMatterOpening"/>. A file without front matter is all body, unless a line of
/// it seems to say that it is not published.
/// </summary>
internal static partial class FrontMatter
{
    /// <summary>Reads front matter and body.</summary>
    /// <param name="text">The text of the file, of which lines end in <c>\n</c>.</param>
    /// <param name="reading">Takes what is read, and the faults.</param>
    public static void Read(string text, SourceReading reading)
    {
        if (!FrontMatterOpening.TryFind(text, out var opening))
        {
            ReadBody(text, reading);
        }
        else if (opening.Kind == FrontMatterKind.Braces)
        {
            ReadBraces(text, opening, reading);
        }
        else if (TryFindEnd(text, opening, out var end, out var bodyStart))
        {
            ReadFenced(text, opening, end, bodyStart, reading);
        }
        else if (IsMeant(text, opening, text.Length))
        {
            reading.Fail(
                opening.Line,
                $"The front matter opens with '{opening.Mark}{opening.Language}' and is never closed.",
                $"Add a line with only '{opening.Mark}' after the last key; or, if it is none, remove the line that opens it.");
        }
        else
        {
            ReadBody(text, reading);
        }
    }

    private static void ReadFenced(string text, FrontMatterOpening opening, int end, int bodyStart, SourceReading reading)
    {
        if (opening.Kind == FrontMatterKind.Unread)
        {
            ReadUnread(text, opening, reading);
            return;
        }

        if (!IsMeant(text, opening, end))
        {
            ReadBody(text, reading);
            return;
        }

        var line = opening.Line + 1;
        var matter = text[opening.Start..end];
        if (opening.Kind == FrontMatterKind.Yaml && IsProse(matter))
        {
            ReadProse(text, opening, reading);
            return;
        }

        if (MapOf(matter, line, opening.Kind, reading) is { } map)
        {
            Add(map, text, bodyStart, reading);
        }
    }

    private static SourceMap? MapOf(string matter, int line, FrontMatterKind kind, SourceReading reading)
        => kind switch
        {
            FrontMatterKind.Toml => TomlFields.TryRead(matter, line, reading, out var fields)
                ? fields
                : FaultyMatter.Read(matter, line, isToml: true, reading),
            FrontMatterKind.Json => JsonRecords.TryReadWholeMap(Braced(matter), line, reading, out var fields)
                ? fields
                : FaultyMatter.Read(matter, line, isToml: false, reading),
            _ => YamlRecords.TryReadMap(matter, line, reading, out var fields) ? fields : null,
        };

    /// <summary>An object of JSON; one with a fault ends where a brace stands alone at the margin.</summary>
    private static void ReadBraces(string text, FrontMatterOpening opening, SourceReading reading)
    {
        if (JsonRecords.TryReadMap(text[opening.Start..], opening.Line, reading, out var fields, out var length))
        {
            Add(fields, text, opening.Start + length, reading);
        }
        else if (BraceAlone().Match(text, opening.Start) is { Success: true } end
            && FaultyMatter.Read(text[opening.Start..end.Index], opening.Line, isToml: false, reading) is { } loose)
        {
            Add(loose, text, end.Index + end.Length, reading);
        }
    }

    /// <summary>JSON between fences may lack its outer braces.</summary>
    private static string Braced(string json) => json.AsSpan().TrimStart() is ['{', ..] ? json : $"{{{json}}}";

    /// <summary>
    /// Whether front matter is meant. Below empty lines, <c>---</c> may also be a rule that is drawn above words: then no key follows.
    /// </summary>
    private static bool IsMeant(string text, FrontMatterOpening opening, int end)
    {
        if (opening.IsFirst || opening.Kind != FrontMatterKind.Yaml || opening.Language.Length > 0)
        {
            return opening.Kind != FrontMatterKind.Unread;
        }

        var matter = text.AsSpan(opening.Start, end - opening.Start);
        foreach (var range in matter.Split('\n'))
        {
            var line = matter[range];
            if (!line.IsWhiteSpace() && line.TrimStart()[0] != '#')
            {
                return Key().IsMatch(line);
            }
        }

        return end < text.Length;
    }

    /// <summary>Whether words stand between the fences and no key at all.</summary>
    private static bool IsProse(string matter)
    {
        var lines = matter.Split('\n').Where(static line => line.AsSpan().TrimStart() is not ([] or ['#', ..])).ToList();
        return lines.Count > 0 && !lines.Exists(static line => Key().IsMatch(line) || line.AsSpan().TrimStart()[0] is '-' or '?' or '[');
    }

    private static void ReadProse(string text, in FrontMatterOpening opening, SourceReading reading)
    {
        ReadBody(text, reading);
        reading.Warn(
            opening.Line,
            "What stands between the '---' lines has no key, so it is no front matter; it counts as text.",
            "Write 'key: value' lines between them; or, if it is a text, put an empty line above the first.");
    }

    private static void ReadUnread(string text, FrontMatterOpening opening, SourceReading reading)
    {
        var warnings = reading.Warnings.Count;
        ReadBody(text, reading);
        if (reading.Warnings.Count == warnings)
        {
            reading.Warn(
                opening.Line,
                $"This looks like front matter in '{opening.Language}', which is not read; it counts as text.",
                "Write it as YAML between '---' lines, as TOML between '+++' lines, or as JSON between ';;;' lines.");
        }
    }

    /// <summary>
    /// Adds the keys and the body below them. Where there are no keys, a line of the body may still say that it is not published.
    /// </summary>
    private static void Add(SourceMap fields, string text, int bodyStart, SourceReading reading)
    {
        var body = text[bodyStart..];
        if (fields.Entries.Count > 0 || !UnpublishedLines.Refuse(body, SourceEncoding.LineOf(text, bodyStart), fields, reading))
        {
            AddRecord(fields, body, SourceEncoding.LineOf(text, bodyStart), reading);
        }
    }

    /// <summary>A file without front matter.</summary>
    private static void ReadBody(string text, SourceReading reading)
    {
        if (reading.File.About == AboutFolder.WithoutFrontMatter)
        {
            AboutFolders.Warn(reading);
            return;
        }

        if (MarkupDocument.IsOne(reading.File.Format))
        {
            var document = MarkupDocument.Read(text, reading.File.Format);
            if (!UnpublishedLines.Refuse(text, 1, new SourceMap(document.Fields), reading))
            {
                AddDocument(SourceMap.Empty, document, 1, reading);
            }

            return;
        }

        var block = reading.File.Format == SourceFormat.Html ? new LeadingBlock(SourceMap.Empty, text) : LeadingBlock.Read(text, reading);
        if (!UnpublishedLines.Refuse(text, 1, block.Sure, reading))
        {
            AddRecord(block.Fields, block.Body, 1, reading);
        }
    }

    /// <summary>Adds keys and body; of a markup that has fields of its own, those follow the keys.</summary>
    private static void AddRecord(SourceMap fields, string body, int line, SourceReading reading)
    {
        if (MarkupDocument.IsOne(reading.File.Format))
        {
            AddDocument(fields, MarkupDocument.Read(body, reading.File.Format), line, reading);
        }
        else
        {
            reading.Add(fields, Body(body, reading), 1);
        }
    }

    private static void AddDocument(SourceMap fields, MarkupDocument document, int line, SourceReading reading)
    {
        var map = new SourceMapBuilder(reading);
        foreach (var entry in fields.Entries)
        {
            map.Add(entry.Key, entry.Value, entry.Line);
        }

        foreach (var entry in document.Fields)
        {
            map.Add(entry.Key, entry.Value, entry.Line + line - 1);
        }

        reading.Add(map.Build(), Markdown(document), 1);
    }

    private static SourceBody? Markdown(MarkupDocument document)
        => string.IsNullOrWhiteSpace(document.Markdown) ? null : new SourceBody(document.Markdown, SourceMarkup.Markdown);

    /// <summary>Finds the line that closes the front matter. No line that begins with the mark but holds more is one.</summary>
    private static bool TryFindEnd(string text, FrontMatterOpening opening, out int end, out int bodyStart)
    {
        for (var line = opening.Start - 1; line >= 0 && line < text.Length; line = NextFence(text, opening.Mark, line + 1))
        {
            var next = text.IndexOf('\n', line + 1);
            var content = (next < 0 ? text.AsSpan(line + 1) : text.AsSpan(line + 1, next - line - 1)).TrimEnd();
            if (content.SequenceEqual(opening.Mark) || (opening.Kind == FrontMatterKind.Yaml && content is "..."))
            {
                end = line + 1;
                bodyStart = next < 0 ? text.Length : next + 1;
                return true;
            }
        }

        end = bodyStart = 0;
        return false;
    }

    /// <summary>The line break before the next line that may be a fence, or -1.</summary>
    private static int NextFence(string text, string mark, int from)
    {
        var rest = text.AsSpan(from);
        var marks = rest.IndexOf("\n" + mark, StringComparison.Ordinal);
        var dots = (marks < 0 ? rest : rest[..marks]).IndexOf("\n...", StringComparison.Ordinal);
        var found = dots < 0 ? marks : dots;
        return found < 0 ? -1 : from + found;
    }

    private static SourceBody? Body(string text, SourceReading reading) => string.IsNullOrWhiteSpace(text)
        ? null
        : new SourceBody(IsMdx(reading.File) ? MdxCode.Without(text) : text, reading.File.Format switch
        {
            SourceFormat.Markdown => SourceMarkup.Markdown,
            SourceFormat.Html => SourceMarkup.Html,
            _ => SourceMarkup.None,
        });

    private static bool IsMdx(SourceFile file) => file.RelativePath.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\}[ \t]*(?:\n|\z)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex BraceAlone();

    /// <summary>A line of YAML that begins with a key, or a mapping in braces.</summary>
    [GeneratedRegex("""^\s*(?:\{|(?:"[^"]+"|'[^']+'|[^\s:"'][^:]*)\s*:(?:\s|$))""", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
