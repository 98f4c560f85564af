namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Keys and values that a file without front matter states at its top, below its title if it has one: as a list, as lines, as bold labels,
/// as a table of two columns or of one row, between fences or in <c>&lt;pre&gt;</c>, with a heading such as <c>Preamble</c> above or
/// without. What is read so stands no longer in the body; an odd line among the others stays there.
/// </summary>
/// <param name="Fields">The keys and values; none where the file does not begin so.</param>
/// <param name="Body">What is left, on the same lines as before.</param>
internal sealed record LeadingBlock(SourceMap Fields, string Body)
{
    private const int FewestEntries = 2;
    private const int MostLines = 400;

    /// <summary>
    /// The keys that say for sure what they say: those of lists. Lines between fences, and those of a letter, may be an example; what
    /// seems to say there that the file is not published is left to somebody to look at.
    /// </summary>
    public SourceMap Sure { get; private init; } = SourceMap.Empty;

    /// <summary>Reads the beginning of a file.</summary>
    /// <param name="text">The text of the file, of which lines end in <c>\n</c>.</param>
    /// <param name="reading">Takes warnings.</param>
    public static LeadingBlock Read(string text, SourceReading reading)
    {
        var lines = text.Split('\n');
        if (Take(lines, out var areItems) is not { } entries)
        {
            return new LeadingBlock(SourceMap.Empty, text);
        }

        var map = new SourceMapBuilder(reading);
        entries.ForEach(entry => map.Add(entry.Key, entry.Value, entry.Line));
        var fields = map.Build();
        return new LeadingBlock(fields, string.Join('\n', lines)) { Sure = areItems ? fields : SourceMap.Empty };
    }

    /// <summary>Takes the keys and values out of the lines of a text; <see langword="null"/> where it does not begin so.</summary>
    /// <param name="lines">The lines; those that were read so are empty afterwards.</param>
    /// <param name="areItems">Whether they were items of a list, or labels in bold.</param>
    public static List<SourceEntry>? Take(string[] lines, out bool areItems)
    {
        var begin = LeadingHeadings.Skip(lines, out var preamble);
        var block = begin < lines.Length ? Best(lines, begin) : null;
        areItems = block is { AreItems: true };
        if (block is null)
        {
            return null;
        }

        if (preamble >= 0 && block.Odd == 0)
        {
            lines[preamble] = "";
        }

        block.Used.ForEach(line => lines[line] = "");
        return [.. block.Entries.Select(static entry => new SourceEntry(entry.Key, LinkedText.Of(entry.Value), entry.Line + 1))
            .Where(static entry => entry.Value is SourceText { Text.Length: > 0 })];
    }

    /// <summary>The way of reading the lines that finds most entries; <see langword="null"/> where most lines are none.</summary>
    private static LeadingLines? Best(string[] lines, int begin)
    {
        var last = Math.Min(lines.Length, begin + MostLines);
        LeadingLines?[] found =
        [
            LeadingLines.Fenced(lines, begin, last),
            LeadingLines.Items(lines, begin, last),
            LeadingLines.Table(lines, begin, last),
            LeadingLines.OneRow(lines, begin, last),
            LeadingLines.Plain(lines, begin, last),
            LeadingLines.Bold(lines, begin, last),
        ];
        return found.OfType<LeadingLines>()
            .Where(static block => block.Entries.Count > block.Odd
                && block.Entries.DistinctBy(static entry => entry.Key, StringComparer.OrdinalIgnoreCase).Count() is var distinct
                && distinct >= FewestEntries && distinct * 2 > block.Entries.Count)
            .MaxBy(static block => block.Entries.Count);
    }
}
