using System.Buffers;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// A look, line by line, at the beginning of a file that has no front matter that can be read: whether a line seems to say that the file
/// is not published. What may be a draft is rather left out, with a word, than served.
/// </summary>
internal static class UnpublishedLines
{
    /// <summary>What is said further down is no longer front matter.</summary>
    private const int MostLines = 200;

    private const int LongestKey = 40;
    private const int LongestValue = 40;

    /// <summary>What stands between the statements of one line: <c>{title: A, draft: true}</c>.</summary>
    private static readonly SearchValues<char> Between = SearchValues.Create("{},;");

    /// <summary>What may stand around a key or a value: quotes, marks of lists, of comments, and of emphasis.</summary>
    private const string Around = " \n\t\u00A0\"'`*_-+<>!/()[]#";

    /// <summary>Leaves the file out, with a warning, where a line seems to say so; true where it does.</summary>
    /// <param name="text">The text to look at.</param>
    /// <param name="firstLine">Its first line in the file, from 1.</param>
    /// <param name="read">Keys that were read from it: what they say is known.</param>
    /// <param name="reading">Knows which keys and values say so, and takes the warning.</param>
    public static bool Refuse(string text, int firstLine, SourceMap read, SourceReading reading)
    {
        var (line, isCode, isAfterBlank, isFirst) = (firstLine - 1, false, true, true);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan(range);
            if (++line - firstLine == MostLines)
            {
                break;
            }

            var isBlank = content.IsWhiteSpace();
            if (!isBlank && content.TrimStart() is ['`', '`', '`', ..] or ['~', '~', '~', ..])
            {
                // Whatever a file begins with is no example.
                isCode = !isCode && !isFirst;
            }
            else if (!isBlank
                && !isCode
                && (isFirst || !isAfterBlank || !IsIndented(content))
                && Find(WithValue(text, range, content), read, reading) is { } statement)
            {
                Warn(line, statement, reading);
                return true;
            }

            isAfterBlank = isBlank || (isAfterBlank && IsIndented(content));
            isFirst &= isBlank;
        }

        return false;
    }

    /// <summary>A line; with the next one where it ends in the colon of a key, whose value then stands there.</summary>
    private static ReadOnlySpan<char> WithValue(ReadOnlySpan<char> text, Range range, ReadOnlySpan<char> line)
    {
        if (line.TrimEnd() is not [.., ':' or '='])
        {
            return line;
        }

        var (start, length) = range.GetOffsetAndLength(text.Length);
        var rest = text[Math.Min(start + length + 1, text.Length)..];
        var next = rest.IndexOf('\n');
        return text[start..(text.Length - rest.Length + (next < 0 ? rest.Length : next))];
    }

    /// <summary>Whether one line seems to say so.</summary>
    public static bool SaysSo(string line, SourceReading reading) => Find(line, SourceMap.Empty, reading) is not null;

    private static bool IsIndented(ReadOnlySpan<char> line) => line is [' ', ' ', ' ', ' ', ..] or ['\t', ..];

    private static string? Find(ReadOnlySpan<char> line, SourceMap read, SourceReading reading)
    {
        foreach (var part in line.SplitAny(Between))
        {
            var statement = line[part];
            var middle = statement.IndexOfAny(':', '=');
            if (middle <= 0)
            {
                continue;
            }

            var key = statement[..middle].Trim(Around);
            var value = WithoutRemark(statement[(middle + 1)..]).Trim(Around);
            if (key.Length is > 0 and <= LongestKey
                && value.Length is > 0 and <= LongestValue
                && key.ToString() is var name
                && !read.Entries.Any(entry => entry.Key == name)
                && reading.IsUnpublished(name, value.ToString()))
            {
                return $"{name}: {value}";
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> WithoutRemark(ReadOnlySpan<char> value)
    {
        var hash = value.IndexOf(" #", StringComparison.Ordinal);
        var strokes = value.IndexOf("//", StringComparison.Ordinal);
        return value[..Math.Min(hash < 0 ? value.Length : hash, strokes < 0 ? value.Length : strokes)];
    }

    private static void Warn(int line, string statement, SourceReading reading) => reading.LeaveOut(
        line,
        $"No front matter can be read here, but this line seems to say that the file is not published ('{statement}'); it was left out.",
        "If it is a draft, write so in YAML between two '---' lines at its top; if not, remove this line, or indent it by four spaces.");
}
