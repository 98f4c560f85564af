namespace ProposalSearch.Proposals.Sources;

/// <summary>Files that hold many proposals as a list.</summary>
internal static class RecordLists
{
    /// <summary>Adds each mapping of a list; what is no mapping is reported and costs nothing but itself.</summary>
    public static void Add(IReadOnlyList<SourceValue> items, SourceReading reading)
    {
        if (!items.Any(static item => item is SourceMap))
        {
            reading.Fail(1, "The file holds neither a mapping nor a list of mappings.", "Give each proposal as a mapping of keys to values.");
            return;
        }

        for (var number = 1; number <= items.Count; number++)
        {
            if (items[number - 1] is SourceMap map)
            {
                reading.Add(map, null, LineOf(map), number);
            }
            else
            {
                reading.Warn(null, $"Item {number} of the list is no mapping; it was passed over.", "Give each proposal as a mapping of keys to values.");
            }
        }
    }

    private static int LineOf(SourceMap map) => map.Entries.Count > 0 ? Math.Max(1, map.Entries[0].Line) : 1;
}
