using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Lists of proposals in one folder that have one name and different endings, as <c>grants.csv</c> and <c>grants.json</c>: exports of the
/// same proposals, often, which would count twice. Where each record of one has all its values in a record of the other, as <see
/// cref="SameRecords"/> compares them, it is left out; of two that say the same it is the table.
/// </summary>
internal static class SameLists
{
    private const int FewestRecords = 2;

    /// <summary>Formats that may hold lists, what keeps most of their structure first.</summary>
    private static readonly SourceFormat[] Order =
        [SourceFormat.Json, SourceFormat.JsonLines, SourceFormat.Yaml, SourceFormat.Xml, SourceFormat.Sheet, SourceFormat.Csv];

    private static readonly FrozenSet<SourceFormat> Formats = Order.ToFrozenSet();

    /// <summary>The files, those marked that may hold the same as others.</summary>
    public static List<SourceFile> Marked(List<SourceFile> files)
    {
        var alike = files.Where(static file => Formats.Contains(file.Format) && file is { IsCompanion: false, Companion: null })
            .GroupBy(static file => file.Stem, StringComparer.Ordinal)
            .Where(static group => group.Skip(1).Any())
            .ToDictionary(static group => group.Key, static group => group.ToList(), StringComparer.Ordinal);
        return alike.Count == 0
            ? files
            : files.ConvertAll(file => Formats.Contains(file.Format) && alike.TryGetValue(file.Stem, out var group)
                ? file with { Alike = [.. group.Where(other => other.RelativePath != file.RelativePath)] }
                : file);
    }

    /// <summary>Leaves out what a file holds where another holds it too.</summary>
    /// <param name="reading">What it holds.</param>
    /// <param name="read">Reads another file.</param>
    public static void LeaveOut(SourceReading reading, Func<SourceFile, SourceReading> read)
    {
        if (!IsList(reading))
        {
            return;
        }

        foreach (var file in reading.File.Alike)
        {
            var other = read(file);
            if (IsList(other) && SameRecords.AreWithin(reading.Records, other.Records)
                && (Rank(file).CompareTo(Rank(reading.File)) < 0 || !SameRecords.AreWithin(other.Records, reading.Records)))
            {
                reading.LeaveOut(
                    null,
                    FormattableString.Invariant($"Its {reading.Records.Count:N0} records are those of '{file.RelativePath}' beside it, ")
                        + "value by value, so they are not counted twice.",
                    "Nothing needs to be done; if they are others, rename the file.");
                reading.Records.Clear();
                return;
            }
        }
    }

    private static bool IsList(SourceReading reading)
        => reading.Failed.Count == 0
            && reading.Records.Count >= FewestRecords
            && reading.Records.TrueForAll(static record => record.Number is not null);

    private static (int Rank, string Path) Rank(SourceFile file) => (Array.IndexOf(Order, file.Format), file.RelativePath);
}
