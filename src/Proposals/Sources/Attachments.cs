namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Data that belongs to a proposal: where proposals are read-mes, files of data beside one of them, or in folders below it, are its
/// examples, registers and tests. Only where few read-mes have such; where most have, the data may be the proposals.
/// </summary>
internal static class Attachments
{
    private const int FewestOfAName = 3;
    private const double ShareOfAName = 0.2;

    /// <summary>Whether a file may be one, whatever other files there are.</summary>
    public static bool MayBeOne(SourceFile file)
        => file.Format is SourceFormat.Yaml or SourceFormat.Json or SourceFormat.JsonLines or SourceFormat.Csv or SourceFormat.Sheet
            && file.Folder.Length > 0;

    /// <summary>The paths of those that are.</summary>
    /// <param name="files">All files.</param>
    /// <param name="readmes">The read-mes that are proposals; none of them is at the top.</param>
    public static HashSet<string> Of(IEnumerable<SourceFile> files, IReadOnlyCollection<SourceFile> readmes)
    {
        var folders = readmes.Select(static readme => readme.Folder).ToHashSet(StringComparer.Ordinal);
        var data = files.Where(MayBeOne).ToList();
        var usual = UsualNames(data.Where(file => folders.Contains(file.Folder)), folders.Count);
        var found = data
            .Where(file => !folders.Contains(file.Folder) || !usual.Contains(file.Name))
            .Select(file => (file.RelativePath, Owner: OwnerOf(file.Folder, folders)))
            .Where(static file => file.Owner is not null)
            .ToList();
        return found.DistinctBy(static file => file.Owner).Count() * 2 < folders.Count
            ? found.Select(static file => file.RelativePath).ToHashSet(StringComparer.Ordinal)
            : [];
    }

    /// <summary>Names that many read-mes have beside them: such a file may have the keys of the proposal.</summary>
    private static HashSet<string> UsualNames(IEnumerable<SourceFile> beside, int readmes)
        => beside.CountBy(static file => file.Name, StringComparer.OrdinalIgnoreCase)
            .Where(name => name.Value >= Math.Max(FewestOfAName, readmes * ShareOfAName))
            .Select(static name => name.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The folder itself, or the nearest above it, that has a read-me; <see langword="null"/> where there is none.</summary>
    private static string? OwnerOf(string folder, HashSet<string> folders)
    {
        for (var path = folder; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOf('/'))])
        {
            if (folders.Contains(path))
            {
                return path;
            }
        }

        return null;
    }
}
