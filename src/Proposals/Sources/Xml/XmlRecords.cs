using System.Collections.Frozen;
using System.Xml.Linq;

namespace ProposalSearch.Proposals.Sources.Xml;

/// <summary>
/// XML to records: each element that repeats and holds the most of the file is one, see <see cref="XmlRepeats"/>; else the file is. What
/// programs write for programs, such as a map of a site, is left out.
/// </summary>
internal static class XmlRecords
{
    /// <summary>Elements that a file of programs begins with.</summary>
    private static readonly FrozenSet<string> ForPrograms = WordSet.IgnoringCase("""
        urlset sitemapindex svg html stylesheet transform schema plist manifest mxfile configuration opensearchdescription browserconfig
        resources package module component
        """);

    private const string OfMaven = "http://maven.apache.org/";

    /// <summary>Reads a whole file.</summary>
    /// <param name="text">The text, of which lines end in <c>\n</c>.</param>
    /// <param name="reading">Takes what is read, and the faults.</param>
    public static void Read(string text, SourceReading reading)
    {
        if (text.StartsWith("---\n", StringComparison.Ordinal))
        {
            LeaveOut("The file is filled in by a program that makes web pages, so it was left out.", reading);
        }
        else if (XmlDocuments.Load(text, reading) is { } root)
        {
            Read(root, reading);
        }
    }

    private static void Read(XElement root, SourceReading reading)
    {
        if (ForPrograms.Contains(root.Name.LocalName) || root.Name.NamespaceName.StartsWith(OfMaven, StringComparison.Ordinal))
        {
            LeaveOut($"The file is for programs, as its element '{root.Name.LocalName}' says, so it was left out.", reading);
            return;
        }

        var (records, around) = (XmlRepeats.Find(root), new XmlSurroundings(reading));
        if (records.Count == 0)
        {
            var only = XmlRepeats.Unwrap(root);
            reading.Add(new SourceMap([.. XmlValues.MapOf(only).Entries, .. around.Statements(only)]), null, XmlValues.LineOf(only));
            return;
        }

        for (var number = 1; number <= records.Count; number++)
        {
            var record = records[number - 1];
            var own = XmlValues.MapOf(record).Entries;
            var fields = new SourceMap([.. own, .. around.Keys(record, own), .. around.Statements(record)]);
            reading.Add(fields, null, XmlValues.LineOf(record), number);
        }
    }

    private static void LeaveOut(string cause, SourceReading reading)
        => reading.LeaveOut(null, cause, "If it holds proposals, export them as CSV, JSON, or XML with an element for each.");
}
