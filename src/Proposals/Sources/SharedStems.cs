namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Files that differ in their ending alone, such as <c>prop.md</c> and <c>prop.json</c>: one has the stem for its id, the ids of the others
/// have their endings. Texts go before data, and pages, which may be made from either, are last.
/// </summary>
internal static class SharedStems
{
    private static readonly SourceFormat[] Order =
    [
        SourceFormat.Markdown, SourceFormat.ReStructuredText, SourceFormat.AsciiDoc, SourceFormat.MediaWiki, SourceFormat.Text,
        SourceFormat.Yaml, SourceFormat.Json, SourceFormat.Xml, SourceFormat.Html, SourceFormat.Csv, SourceFormat.JsonLines,
        SourceFormat.Sheet,
    ];

    /// <summary>The files, those marked that have lost their stem to another.</summary>
    public static List<SourceFile> Marked(List<SourceFile> files)
    {
        var shared = files
            .Where(static file => !file.IsCompanion)
            .GroupBy(static file => file.Stem, StringComparer.Ordinal)
            .Where(static group => group.Skip(1).Any())
            .SelectMany(static group => Losers([.. group]))
            .ToHashSet(StringComparer.Ordinal);
        return shared.Count == 0
            ? files
            : files.ConvertAll(file => shared.Contains(file.RelativePath) ? file with { SharesStem = true } : file);
    }

    /// <summary>Whether a file that had these ids would still have them, as far as other files' stems matter.</summary>
    public static bool AreAsBefore(SourceFile file, IEnumerable<string> ids)
    {
        var other = file.SharesStem ? file.Stem : file.RelativePath;
        return ids.All(id => !id.StartsWith(other, StringComparison.Ordinal) || (id.Length > other.Length && id[other.Length] != '/'));
    }

    /// <summary>
    /// Of the texts and data all but the first; of tables too, which number their records below the stem, as lists of data do.
    /// </summary>
    private static IEnumerable<string> Losers(List<SourceFile> group)
    {
        var others = group.FindAll(static file => !IsTable(file)).OrderBy(Rank).Skip(1);
        var tables = group.FindAll(IsTable).OrderBy(Rank).Skip(group.Exists(MayBeList) ? 0 : 1);
        return others.Concat(tables).Select(static file => file.RelativePath);
    }

    private static bool MayBeList(SourceFile file) => file.Format is SourceFormat.Yaml or SourceFormat.Json or SourceFormat.Xml;

    private static bool IsTable(SourceFile file) => file.Format is SourceFormat.Csv or SourceFormat.JsonLines or SourceFormat.Sheet;

    private static (int Rank, string Path) Rank(SourceFile file) => (Array.IndexOf(Order, file.Format), file.RelativePath);
}
