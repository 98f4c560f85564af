using System.Runtime.InteropServices;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Years in the names of lists and tables of which a folder has one for each year: <c>talks_2022.json</c>, <c>talks_2023_v2.json</c>. They
/// are the years of the proposals in them that state none. That they are years is told by their difference: names with the same beginning
/// have two years at least there, and no other number.
/// </summary>
internal static class NamedYears
{
    private const int Digits = 4;

    /// <summary>Whether a file may have a year by what lies beside it.</summary>
    public static bool MayHave(SourceFile file) => IsOfData(file) && Find(file.Name) is not null;

    /// <summary>The files, those marked that have a year by their names.</summary>
    public static List<SourceFile> Marked(List<SourceFile> files)
    {
        var years = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var folder in files.Where(IsOfData).GroupBy(static file => file.Folder, StringComparer.Ordinal))
        {
            AddYears([.. folder], years);
        }

        return years.Count == 0
            ? files
            : files.ConvertAll(file => years.TryGetValue(file.RelativePath, out var year) ? file with { NamedYear = year } : file);
    }

    private static void AddYears(List<SourceFile> folder, Dictionary<string, int> years)
    {
        var dated = folder.Select(static file => (File: file, Year: Find(file.Name)))
            .Where(static file => file.Year is not null)
            .GroupBy(static file => file.File.Name[..file.Year!.Value.At], StringComparer.OrdinalIgnoreCase);
        var numbered = NumberedAfter(folder);
        foreach (var group in dated)
        {
            if (numbered[group.Key] == group.Count() && group.Select(static file => file.Year!.Value.Year).Distinct().Skip(1).Any())
            {
                foreach (var (file, year) in group)
                {
                    years[file.RelativePath] = year!.Value.Year;
                }
            }
        }
    }

    /// <summary>How many names go on with a number, by what stands before it.</summary>
    private static Dictionary<string, int> NumberedAfter(List<SourceFile> folder)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in folder.Select(static file => file.Name))
        {
            foreach (var at in Enumerable.Range(0, name.Length).Where(at => BeginsNumber(name, at)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, name[..at], out _)++;
            }
        }

        return counts;
    }

    /// <summary>The first year of a name, and where it is.</summary>
    private static (int At, int Year)? Find(string name)
    {
        for (var at = 0; at + Digits <= name.Length; at++)
        {
            var isNumber = BeginsNumber(name, at)
                && (at + Digits == name.Length || !char.IsAsciiDigit(name[at + Digits]));
            if (isNumber && Years.In(name.AsSpan(at, Digits)) is { } year)
            {
                return (at, year);
            }
        }

        return null;
    }

    private static bool BeginsNumber(string name, int at)
        => char.IsAsciiDigit(name[at]) && (at == 0 || !char.IsAsciiDigit(name[at - 1]));

    private static bool IsOfData(SourceFile file)
        => file.Format is SourceFormat.Csv or SourceFormat.Sheet or SourceFormat.Json or SourceFormat.JsonLines or SourceFormat.Xml
            or SourceFormat.Yaml;
}
