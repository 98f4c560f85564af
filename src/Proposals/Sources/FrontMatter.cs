using ProposalSearch.Proposals.Sources.Yaml;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// A file that begins with <c>---</c>, YAML, and <c>---</c> (or <c>...</c>), before its body; or with <c>+++</c>, TOML, and <c>+++</c>. A file
/// without front matter is all body.
/// </summary>
internal static class FrontMatter
{
    /// <summary>Reads front matter and body.</summary>
    public static void Read(string text, SourceReading reading)
    {
        switch (FirstLine(text))
        {
            case "---":
                ReadFenced(text, "---", reading);
                break;
            case "+++":
                ReadFenced(text, "+++", reading);
                break;
            default:
                if (reading.File.About == AboutFolder.WithoutFrontMatter)
                {
                    AboutFolders.Warn(reading);
                    break;
                }

                reading.Add(reading.File.Format == SourceFormat.Markdown ? HeaderList.Read(text, reading) : SourceMap.Empty, Body(text, reading), 1);
                break;
        }
    }

    private static void ReadFenced(string text, string fence, SourceReading reading)
    {
        var start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        if (start == 0 || !TryFindEnd(text, fence, start, out var end, out var bodyStart))
        {
            reading.Fail(
                1,
                $"The front matter opens with '{fence}' and is never closed.",
                $"Add a line with only '{fence}' after the last key; or, if the file has no front matter, remove its first line.");
            return;
        }

        if (fence == "+++" ? TomlFields.TryRead(text[start..end], firstLine: 2, reading, out var fields) : YamlRecords.TryReadMap(text, start..end, firstLine: 2, reading, out fields))
        {
            reading.Add(fields, Body(text[bodyStart..], reading), 1);
        }
    }

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        return (end < 0 ? text : text[..end]).TrimEnd();
    }

    /// <summary>Finds the line that closes the front matter. No line that begins with the fence but holds more is one.</summary>
    private static bool TryFindEnd(string text, string fence, int start, out int end, out int bodyStart)
    {
        for (var line = start - 1; line >= 0 && line < text.Length; line = NextFence(text, fence, line + 1))
        {
            var next = text.IndexOf('\n', line + 1);
            var content = (next < 0 ? text.AsSpan(line + 1) : text.AsSpan(line + 1, next - line - 1)).TrimEnd();
            if (content.SequenceEqual(fence) || (fence == "---" && content is "..."))
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
    private static int NextFence(string text, string fence, int from)
    {
        var rest = text.AsSpan(from);
        var dashes = rest.IndexOf("\n" + fence, StringComparison.Ordinal);
        var dots = (dashes < 0 ? rest : rest[..dashes]).IndexOf("\n...", StringComparison.Ordinal);
        var found = dots < 0 ? dashes : dots;
        return found < 0 ? -1 : from + found;
    }

    private static SourceBody? Body(string text, SourceReading reading) => string.IsNullOrWhiteSpace(text)
        ? null
        : new SourceBody(text, reading.File.Format switch
        {
            SourceFormat.Markdown => SourceMarkup.Markdown,
            SourceFormat.Html => SourceMarkup.Html,
            _ => SourceMarkup.None,
        });
}
