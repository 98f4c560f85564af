using YamlDotNet.Core;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>YAML text to records: a mapping is one, a list of mappings several, and so are several documents.</summary>
internal static class YamlRecords
{
    /// <summary>Reads a whole YAML file.</summary>
    public static void Read(string text, SourceReading reading)
    {
        if (FormYaml.TryRead(text, firstLine: 1, reading, out var form) && form.Entries.Count > 0)
        {
            RecordLists.AddRoot(form, reading);
            return;
        }

        if (!TryParse(text, firstLine: 1, reading, out var documents))
        {
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

    /// <summary>Reads the one mapping that front matter is. Empty front matter is an empty mapping.</summary>
    /// <param name="file">The text of the file.</param>
    /// <param name="matter">Where in it the YAML between the fences is.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="reading">Takes the faults.</param>
    /// <param name="map">The mapping.</param>
    public static bool TryReadMap(string file, Range matter, int firstLine, SourceReading reading, out SourceMap map)
    {
        var (start, length) = matter.GetOffsetAndLength(file.Length);
        if (FormYaml.TryRead(file, start, start + length, firstLine, reading, out map))
        {
            return true;
        }

        map = SourceMap.Empty;
        if (!TryParse(file[matter], firstLine, reading, out var documents))
        {
            return false;
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

    private static bool TryParse(string yaml, int firstLine, SourceReading reading, out List<SourceValue> documents)
    {
        var tree = new YamlTree(yaml, firstLine, reading);
        documents = [];
        try
        {
            documents = tree.ReadDocuments();
            return true;
        }
        catch (YamlException failure)
        {
            var (line, cause, remedy) = YamlFaults.Explain(failure, yaml);
            reading.Fail(line + firstLine - 1, cause, remedy);
            return false;
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            var (line, cause, remedy) = YamlFaults.ExplainBreak(tree.Line, yaml);
            reading.Fail(line + firstLine - 1, cause, remedy);
            return false;
        }
    }
}
