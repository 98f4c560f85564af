using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Front matter in TOML or JSON that has a fault, read line by line: each line that begins with a key is one entry, with the lines below it
/// up to the next key. An entry that is right by itself is read as such; of another the rest of the line is its text.
/// </summary>
internal sealed partial class FaultyMatter
{
    /// <summary>Front matter has a few keys; what has more than this is something else.</summary>
    private const int MostEntries = 10_000;
    private const string Around = " \t\n,\"'";

    private readonly SourceReading _reading;
    private readonly bool _isToml;
    private readonly SourceMapBuilder _all;
    private readonly List<SourceEntry> _clean = [];
    private bool _isTangled;

    private FaultyMatter(SourceReading reading, bool isToml)
        => (_reading, _isToml, _all) = (reading, isToml, new SourceMapBuilder(reading));

    /// <summary>
    /// Reads what was told to be faulty: the fault, the last of the reading, becomes a warning. <see langword="null"/> where it stays one,
    /// since no line has a key, or one has several, or there is more than is read; and where a line seems to say that the file is not
    /// published.
    /// </summary>
    /// <param name="matter">The front matter, of which lines end in <c>\n</c>.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="isToml">Whether it is TOML; else JSON.</param>
    /// <param name="reading">Has the fault, and takes the warnings.</param>
    public static SourceMap? Read(string matter, int firstLine, bool isToml, SourceReading reading)
    {
        var fault = reading.Failed[^1];
        var fields = new FaultyMatter(reading, isToml);
        if (fault.Remedy == SourceLimits.SplitIt || !fields.TryRead(matter.Split('\n'), firstLine))
        {
            return null;
        }

        reading.Failed.RemoveAt(reading.Failed.Count - 1);
        if (UnpublishedLines.Refuse(matter, firstLine, new SourceMap(fields._clean), reading))
        {
            return null;
        }

        reading.Warn(fault.Line, $"{fault.Cause} So its keys were read line by line.", fault.Remedy);
        return fields._all.Build();
    }

    private bool TryRead(string[] lines, int firstLine)
    {
        var margin = lines.Select(Key).Where(static match => match.Success)
            .Select(static match => match.Groups["margin"].Length).DefaultIfEmpty(0).Min();
        var (start, entries) = (-1, 0);
        for (var at = 0; at <= lines.Length; at++)
        {
            var isKey = at == lines.Length || (Key(lines[at]) is { Success: true } match && match.Groups["margin"].Length <= margin);
            if (!isKey && !(_isToml && Table().IsMatch(lines[at])))
            {
                continue;
            }

            if (start >= 0 && ++entries <= MostEntries)
            {
                Add(lines[start..at], firstLine + start);
            }

            start = isKey ? at : -1;
        }

        return entries is > 0 and <= MostEntries && !_isTangled;
    }

    private void Add(string[] lines, int line)
    {
        var match = Key(lines[0]);
        if (Parse(lines, line) is { } entry)
        {
            _all.Add(entry.Key, entry.Value, line);
            _clean.Add(entry with { Line = line });
            return;
        }

        // Several keys of one line cannot be told apart any more, and one of them may say that it is a draft.
        _isTangled |= !_isToml && lines.Any(static below => AnyJsonKey().Count(below) > 1);
        var text = string.Join('\n', lines[1..].Select(static below => below.Trim()).Prepend(match.Groups["rest"].Value.Trim()));
        var value = new SourceText(text.TrimEnd('}', ' ', '\n').Trim([.. Around]));
        _all.Add(match.Groups["key"].Value.Trim(' ', '"', '\''), value, line);
    }

    /// <summary>An entry that is right by itself; of JSON without the braces and the comma around it.</summary>
    private SourceEntry? Parse(string[] lines, int line)
    {
        var scratch = new SourceReading(_reading.File);
        var whole = string.Join('\n', lines).Trim();
        if (_isToml)
        {
            return TomlFields.TryRead(whole, line, scratch, out var fields) && fields.Entries is [var only] ? only : null;
        }

        whole = whole.TrimStart('{', ',', ' ');
        string[] tries = [whole, whole.TrimEnd('}', ' ', '\n', ',')];
        return tries
            .Select(text => JsonRecords.TryReadWholeMap($"{{{text}}}", line, scratch, out var map) && map.Entries is [var one]
                ? one
                : (SourceEntry?)null)
            .FirstOrDefault(static entry => entry is not null);
    }

    private Match Key(string line) => _isToml ? TomlKey().Match(line) : JsonKey().Match(line);

    [GeneratedRegex(
        """^(?<margin>)[ \t]*(?<key>"[^"\n]+"|'[^'\n]+'|[\p{L}\p{N}_.-]+)[ \t]*=(?!=)(?<rest>.*)$""", RegexOptions.CultureInvariant)]
    private static partial Regex TomlKey();

    [GeneratedRegex(
        """^(?<margin>[ \t]*)[{,]?[ \t]*(?<key>"(?:[^"\\\n]|\\.)+"|'[^'\n]+'|[\p{L}_][\p{L}\p{N}_-]*)[ \t]*:(?<rest>.*)$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex JsonKey();

    [GeneratedRegex("""(?:"(?:[^"\\\n]|\\.)+"|'[^'\n]+')[ \t]*:""", RegexOptions.CultureInvariant)]
    private static partial Regex AnyJsonKey();

    /// <summary>The name of a table of TOML.</summary>
    [GeneratedRegex(@"^\s*\[{1,2}[^\[\]]+\]{1,2}\s*(?:#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Table();
}
