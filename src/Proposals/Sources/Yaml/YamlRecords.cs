using YamlDotNet.Core;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>
/// YAML text to records: a mapping is one, a list of mappings several, and so are several documents. What is no YAML is read line by line,
/// if it has keys at its margin or is a list of what has, see <see cref="LooseFields"/> and <see cref="LooseItems"/>.
/// </summary>
internal static class YamlRecords
{
    /// <summary>Reads a whole YAML file.</summary>
    public static void Read(string text, SourceReading reading)
    {
        if (Parse(text, firstLine: 1, reading, out var documents) is { } fault)
        {
            ReadLoosely(text, fault, reading);
            return;
        }

        documents.RemoveAll(static document => document is SourceText { Text.Length: 0 });
        if (documents.Count == 0)
        {
            reading.Warn(null, "The file has no YAML but comments, so it holds no proposal.", "Fill it or remove it.");
        }
        else if (documents is [var only])
        {
            RecordLists.AddRoot(only, reading);
        }
        else
        {
            RecordLists.Add(documents, reading);
        }
    }

    private static void ReadLoosely(string text, Fault fault, SourceReading reading)
    {
        if (!fault.IsTooMuch && LooseItems.Read(text, reading) is { } items)
        {
            if (!UnpublishedLines.Refuse(text, 1, items.Clean, reading))
            {
                reading.Warn(fault.Line, $"{fault.Cause} So the keys of this entry were read line by line.", fault.Remedy);
                RecordLists.Add(items.All, reading);
            }
        }
        else if (HasSeveralDocuments(text))
        {
            reading.Fail(fault.Line, fault.Cause, fault.Remedy);
        }
        else if (TryReadLoosely(text, firstLine: 1, fault, reading, out var map))
        {
            RecordLists.AddRoot(map, reading);
        }
    }

    private static bool HasSeveralDocuments(string text) => text.IndexOf("\n---", StringComparison.Ordinal) is var at and > 0
        && !string.IsNullOrWhiteSpace(text[..at]);

    /// <summary>
    /// Reads the one mapping that front matter is. Empty front matter is an empty mapping; what is no YAML is read line by line, see
    /// <see cref="LooseFields"/>.
    /// </summary>
    /// <param name="yaml">The YAML between the fences, of which lines end in <c>\n</c>.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="reading">Takes the faults.</param>
    /// <param name="map">The mapping.</param>
    public static bool TryReadMap(string yaml, int firstLine, SourceReading reading, out SourceMap map)
    {
        map = SourceMap.Empty;
        if (Parse(yaml, firstLine, reading, out var documents) is { } fault)
        {
            return TryReadLoosely(yaml, firstLine, fault, reading, out map);
        }

        switch (documents)
        {
            case [] or [SourceText { Text.Length: 0 }]:
                return true;
            case [SourceMap only]:
                map = only;
                return true;
            default:
                reading.Fail(
                    firstLine,
                    "The front matter is no mapping of keys to values.",
                    "Write 'key: value' lines between the '---' lines.");
                return false;
        }
    }

    private static bool TryReadLoosely(string yaml, int firstLine, Fault fault, SourceReading reading, out SourceMap map)
    {
        map = SourceMap.Empty;
        if (fault.IsTooMuch || LooseFields.Read(yaml, firstLine, reading) is not { } fields)
        {
            reading.Fail(fault.Line, fault.Cause, fault.Remedy);
            return false;
        }

        map = fields.All;
        if (UnpublishedLines.Refuse(yaml, firstLine, fields.Clean, reading))
        {
            return false;
        }

        reading.Warn(fault.Line, $"{fault.Cause} So its keys were read line by line.", fault.Remedy);
        return true;
    }

    /// <summary>
    /// Reads a text; where that fails, once more with what other programs let pass put right. If that fails too, the first fault is told.
    /// </summary>
    private static Fault? Parse(string text, int firstLine, SourceReading reading, out List<SourceValue> documents)
    {
        var (yaml, separators) = LineSeparators.Hide(text);
        if (TryParse(yaml, separators, firstLine, reading, out documents) is not { } fault)
        {
            return null;
        }

        var patches = new YamlPatches(yaml, separators, reading);
        var last = fault.Failure;
        while (patches.TryMend(last))
        {
            if (TryParse(patches.Text, separators, firstLine, reading, out documents) is not { } next)
            {
                foreach (var (line, cause, remedy) in patches.Assumed)
                {
                    reading.Warn(line + firstLine - 1, cause, remedy);
                }

                return null;
            }

            last = next.Failure;
        }

        var told = fault.Failure is YamlException known ? YamlFaults.Explain(known, yaml) : YamlFaults.ExplainBreak(fault.Line, yaml);
        return new Fault(told.Line + firstLine - 1, told.Cause, told.Remedy, fault.Failure is YamlLimitException);
    }

    /// <summary>Reads a text; the fault, and the last line that was read, where it is no YAML.</summary>
    private static (Exception Failure, int Line)? TryParse(
        string yaml, LineSeparators? separators, int firstLine, SourceReading reading, out List<SourceValue> documents)
    {
        documents = [];
        var warnings = reading.Warnings.Count;
        var tree = new YamlTree(yaml, firstLine, reading, separators);
        try
        {
            documents = tree.ReadDocuments();
            return null;
        }
        catch (Exception failure)
            when (failure is YamlException or InvalidOperationException or ArgumentException
                or IndexOutOfRangeException or NullReferenceException)
        {
            reading.Warnings.RemoveRange(warnings, reading.Warnings.Count - warnings);
            return (failure, tree.Line);
        }
    }

    /// <summary>Why a text is no YAML, with the line of the file; or that it is, but more of it than is read.</summary>
    private sealed record Fault(int Line, string Cause, string Remedy, bool IsTooMuch);
}
