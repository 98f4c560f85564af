namespace ProposalSearch.Proposals.Sources;

/// <summary>What a file holds, told by its extension.</summary>
internal enum SourceFormat
{
    /// <summary>Front matter and Markdown.</summary>
    Markdown,

    /// <summary>Front matter and HTML.</summary>
    Html,

    /// <summary>Front matter and plain text.</summary>
    Text,

    /// <summary>A YAML mapping, a list of them, or several documents.</summary>
    Yaml,

    /// <summary>A JSON object or an array of them.</summary>
    Json,

    /// <summary>A JSON object on each line.</summary>
    JsonLines,

    /// <summary>A table with a row of headers.</summary>
    Csv,

    /// <summary>A spreadsheet, of which each sheet is a table with a row of headers.</summary>
    Sheet,

    /// <summary>Elements, of which those that repeat are proposals.</summary>
    Xml,

    /// <summary>Fields and text in reStructuredText.</summary>
    ReStructuredText,

    /// <summary>Fields and text in AsciiDoc.</summary>
    AsciiDoc,

    /// <summary>Fields and text in the markup of MediaWiki.</summary>
    MediaWiki,
}

/// <summary>Extensions and formats.</summary>
internal static class SourceFormats
{
    private static readonly Dictionary<string, SourceFormat> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = SourceFormat.Markdown,
        [".markdown"] = SourceFormat.Markdown,
        [".mdx"] = SourceFormat.Markdown,
        [".html"] = SourceFormat.Html,
        [".htm"] = SourceFormat.Html,
        [".txt"] = SourceFormat.Text,
        [".yml"] = SourceFormat.Yaml,
        [".yaml"] = SourceFormat.Yaml,
        [".json"] = SourceFormat.Json,
        [".jsonl"] = SourceFormat.JsonLines,
        [".ndjson"] = SourceFormat.JsonLines,
        [".csv"] = SourceFormat.Csv,
        [".tsv"] = SourceFormat.Csv,
        [".xlsx"] = SourceFormat.Sheet,
        [".xls"] = SourceFormat.Sheet,
        [".ods"] = SourceFormat.Sheet,
        [".xml"] = SourceFormat.Xml,
        [".rst"] = SourceFormat.ReStructuredText,
        [".adoc"] = SourceFormat.AsciiDoc,
        [".asciidoc"] = SourceFormat.AsciiDoc,
        [".mediawiki"] = SourceFormat.MediaWiki,
        [".wiki"] = SourceFormat.MediaWiki,
    };

    /// <summary>All extensions that are read, for messages.</summary>
    public static string Names => string.Join(", ", ByExtension.Keys.Order(StringComparer.Ordinal));

    /// <summary>The format of a file; false where its extension is none of ours.</summary>
    public static bool TryGet(string path, out SourceFormat format) => ByExtension.TryGetValue(Path.GetExtension(path), out format);
}
