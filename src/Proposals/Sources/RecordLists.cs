namespace ProposalSearch.Proposals.Sources;

/// <summary>Files that hold many proposals as a list, at the top or in the envelope that an export puts around it.</summary>
internal static class RecordLists
{
    private const int DeepestStatement = 3;
    private const string Remedy = "Give each proposal as a mapping of keys to values.";

    /// <summary>Adds the records of a whole file: of a list, of the lists in an envelope, or the one mapping that it is.</summary>
    public static void AddRoot(SourceValue root, SourceReading reading)
    {
        if (root is not SourceMap map)
        {
            Add(root is SourceList list ? list.Items : [root], reading);
        }
        else if (RecordEnvelope.Records(map) is { Count: > 0 } records)
        {
            Add(WithStatements(records, Statements(map, 1, reading).ToList()), reading);
        }
        else
        {
            reading.Add(RecordEnvelope.Unwrap(map), null, 1);
        }
    }

    /// <summary>What the envelope says of not being published is true of each record in it.</summary>
    private static IReadOnlyList<SourceValue> WithStatements(IReadOnlyList<SourceValue> records, List<SourceEntry> statements)
        => statements.Count == 0
            ? records
            : [.. records.Select(record => record is SourceMap map ? new SourceMap([.. map.Entries, .. statements]) : record)];

    private static IEnumerable<SourceEntry> Statements(SourceMap envelope, int depth, SourceReading reading)
        => envelope.Entries.SelectMany(entry => entry.Value switch
        {
            SourceText text when reading.IsUnpublished(entry.Key, text.Text) => [entry],
            SourceMap inner when depth < DeepestStatement => Statements(inner, depth + 1, reading),
            _ => Enumerable.Empty<SourceEntry>(),
        });

    /// <summary>Adds each mapping of a list; what is no mapping is reported and costs nothing but itself.</summary>
    public static void Add(IReadOnlyList<SourceValue> items, SourceReading reading)
    {
        if (!items.Any(static item => item is SourceMap))
        {
            reading.Fail(1, "The file holds neither a mapping nor a list of mappings.", Remedy);
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
                reading.Warn(null, $"Item {number} of the list is no mapping; it was passed over.", Remedy);
            }
        }
    }

    private static int LineOf(SourceMap map) => map.Entries.Count > 0 ? Math.Max(1, map.Entries[0].Line) : 1;
}
