namespace ProposalSearch.Proposals.Sources;

/// <summary>The files of a source: those of a folder and the folders in it, or a single file.</summary>
/// <param name="Files">In ordinal order of their stems, then of their paths.</param>
/// <param name="Faults">Files that could not be reached, and folders that could not be looked into.</param>
internal sealed record SourceFolder(IReadOnlyList<SourceFile> Files, IReadOnlyList<SourceFault> Faults)
{
    /// <summary>How many files there are of each ending that is not read, in small letters with its dot.</summary>
    public IReadOnlyDictionary<string, int> PassedOver { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// Lists what there is. Hidden files and folders are passed over, and so are files of other kinds. A link to a folder is
    /// followed once, and none that leads out of the source: a folder is never entered by way of itself.
    /// </summary>
    /// <param name="source">A folder or a file.</param>
    /// <param name="globs">Which files of a folder; all where it is <see langword="null"/>.</param>
    /// <exception cref="SourceUnavailableException">There is neither such a folder nor such a file.</exception>
    public static SourceFolder List(string source, SourceGlobs? globs = null)
    {
        if (File.Exists(source))
        {
            return ListFile(source);
        }

        if (!Directory.Exists(source))
        {
            throw new SourceUnavailableException(
                $"There is no folder or file of proposals at '{source}' (looked for '{Path.GetFullPath(source)}'). "
                    + "Name the one that you have.");
        }

        var walk = new SourceWalk(RealPath.Of(source)!, globs ?? SourceGlobs.All);
        var joined = Companions.Joined(globs is { IsPicky: true } ? walk.Files : AboutFolders.Marked(walk.Files));
        joined.Sort(static (left, right) => Compare(left, right));
        var files = SameLists.Marked(NamedYears.Marked(SharedStems.Marked(joined)));
        return new SourceFolder(files, walk.Faults) { PassedOver = walk.PassedOver };
    }

    private static int Compare(SourceFile left, SourceFile right)
    {
        var byStem = string.CompareOrdinal(left.Stem, right.Stem);
        return byStem != 0 ? byStem : string.CompareOrdinal(left.RelativePath, right.RelativePath);
    }

    private static SourceFolder ListFile(string source)
    {
        if (!SourceFormats.TryGet(source, out var format))
        {
            throw new SourceUnavailableException(
                $"'{source}' is no file of proposals that can be read. "
                    + $"Files may end in {SourceFormats.Names}; give one of those, or a folder of them.");
        }

        return new SourceFolder([new SourceFile(RealPath.Of(source) ?? Path.GetFullPath(source), Path.GetFileName(source), format)], []);
    }
}
