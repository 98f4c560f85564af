namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Data that belongs to a proposal: where proposals are read-mes, files of data in folders below one of them are its examples and tests.
/// Only where few read-mes have such folders; where most have, the data may be the proposals.
/// </summary>
internal static class Attachments
{
    /// <summary>How many parts the path of one has at least: the folder of the read-me, one below it, and a name.</summary>
    private const int FewestParts = 3;

    /// <summary>Whether a file may be one, whatever other files there are.</summary>
    public static bool MayBeOne(SourceFile file)
        => file.Format is SourceFormat.Yaml or SourceFormat.Json or SourceFormat.JsonLines or SourceFormat.Csv or SourceFormat.Sheet
            && file.RelativePath.AsSpan().Count('/') >= FewestParts - 1;

    /// <summary>The paths of those that are.</summary>
    /// <param name="files">All files.</param>
    /// <param name="readmes">The read-mes that are proposals; none of them is at the top.</param>
    public static HashSet<string> Of(IEnumerable<SourceFile> files, IReadOnlyCollection<SourceFile> readmes)
    {
        var folders = readmes.Select(static readme => readme.Folder).ToHashSet(StringComparer.Ordinal);
        var found = files.Where(MayBeOne)
            .Select(file => (file.RelativePath, Owner: OwnerOf(file.Folder, folders)))
            .Where(static file => file.Owner is not null)
            .ToList();
        return found.DistinctBy(static file => file.Owner).Count() * 2 < folders.Count
            ? found.Select(static file => file.RelativePath).ToHashSet(StringComparer.Ordinal)
            : [];
    }

    /// <summary>
    /// The nearest folder above another that has a read-me; <see langword="null"/> where there is none, or where it has one itself.
    /// </summary>
    private static string? OwnerOf(string folder, HashSet<string> folders)
    {
        if (folders.Contains(folder))
        {
            return null;
        }

        for (var slash = folder.LastIndexOf('/'); slash > 0; slash = folder.LastIndexOf('/', slash - 1))
        {
            if (folders.Contains(folder[..slash]))
            {
                return folder[..slash];
            }
        }

        return null;
    }
}
