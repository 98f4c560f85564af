using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProposalSearch.SearchHost.Citing;

/// <summary>Citations as programs read them.</summary>
internal static class CitationFormats
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>An entry of BibTeX, which LaTeX, Zotero and others read.</summary>
    public static string BibTex(Citation citation)
    {
        var entry = new StringBuilder($"@misc{{{citation.Key},\n");
        Add("author", citation.Author is { } author ? $"{{{Escaped(author)}}}" : null);
        Add("title", $"{{{Escaped(citation.Title)}}}");
        Add("year", citation.Year?.ToString(CultureInfo.InvariantCulture));
        Add("howpublished", Escaped(citation.Archive));
        Add("url", citation.Address);
        return entry.Append("}\n").ToString();

        void Add(string field, string? value) => entry.Append(value is null ? "" : $"  {field} = {{{value}}},\n");
    }

    /// <summary>A list of one item as CSL-JSON, which Zotero, Pandoc and others read.</summary>
    public static string CslJson(Citation citation)
    {
        var item = new JsonObject { ["id"] = citation.Key, ["type"] = "document", ["title"] = citation.Title };
        if (citation.Author is { } author)
        {
            item["author"] = new JsonArray(new JsonObject { ["literal"] = author });
        }

        if (citation.Year is { } year)
        {
            var date = citation.Day is { } day ? new JsonArray(year, day.Month, day.Day) : new JsonArray(year);
            item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(date) };
        }

        item["archive"] = citation.Archive;
        item["URL"] = citation.Address;
        return new JsonArray(item).ToJsonString(Indented) + "\n";
    }

    /// <summary>Text within braces: what TeX would read as a command is escaped, and braces are left out.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '{' or '}' => "",
                '\\' => @"\textbackslash ",
                '~' => @"\textasciitilde ",
                '^' => @"\textasciicircum ",
                '&' or '%' or '$' or '#' or '_' => $"\\{letter}",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
