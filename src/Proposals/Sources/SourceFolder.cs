using System.Security;
using ProposalSearch.Proposals.Indexing;

namespace ProposalSearch.Proposals.Sources;

/// <summary>The files of a source: those of a folder and the folders in it, or a single file.</summary>
/// <param name="Files">In ordinal order of their stems, then of their paths.</param>
/// <param name="Faults">Folders that could not be looked into.</param>
internal sealed record SourceFolder(IReadOnlyList<SourceFile> Files, IReadOnlyList<SourceFault> Faults)
{
    /// <summary>
    /// Lists what there is. Hidden files and folders are passed over, and so are files of other kinds. A link to a folder is
    /// followed once: a folder is never entered by way of itself.
    /// </summary>
    /// <exception cref="SourceUnavailableException">There is neither such a folder nor such a file.</exception>
    public static SourceFolder List(string source)
    {
        if (File.Exists(source))
        {
            return ListFile(source);
        }

        if (!Directory.Exists(source))
        {
            throw new SourceUnavailableException(
                $"There is no folder or file of proposals at '{source}' (looked for '{Path.GetFullPath(source)}'). Name the one that you have.");
        }

        var walk = new Walk();
        walk.Enter(new DirectoryInfo(source), "", []);
        walk.Files.Sort(static (left, right) => Compare(left, right));
        return new SourceFolder(walk.Files, walk.Faults);
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
                $"'{source}' is no file of proposals that can be read. Files may end in {SourceFormats.Names}; give one of those, or a folder of them.");
        }

        return new SourceFolder([new SourceFile(Path.GetFullPath(source), Path.GetFileName(source), format)], []);
    }

    private sealed class Walk
    {
        private readonly HashSet<string> _linked = new(StringComparer.Ordinal);

        public List<SourceFile> Files { get; } = [];

        public List<SourceFault> Faults { get; } = [];

        public void Enter(DirectoryInfo folder, string prefix, IReadOnlyList<string> above)
        {
            IReadOnlyList<string> path = [.. above, Target(folder)];
            foreach (var item in Items(folder, prefix))
            {
                if (item.Name.StartsWith('.'))
                {
                    continue;
                }

                if (item is DirectoryInfo inner)
                {
                    if (MayEnter(inner, path))
                    {
                        Enter(inner, prefix + inner.Name + "/", path);
                    }
                }
                else if (SourceFormats.TryGet(item.Name, out var format))
                {
                    Files.Add(new SourceFile(item.FullName, prefix + item.Name, format));
                }
            }
        }

        private bool MayEnter(DirectoryInfo folder, IReadOnlyList<string> above)
            => !IsLink(folder) || (!above.Contains(Target(folder), StringComparer.Ordinal) && _linked.Add(Target(folder)));

        private static bool IsLink(DirectoryInfo folder) => folder.Attributes.HasFlag(FileAttributes.ReparsePoint);

        private static string Target(DirectoryInfo folder)
        {
            if (!IsLink(folder))
            {
                return folder.FullName;
            }

            try
            {
                return folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
            }
            catch (IOException)
            {
                return folder.FullName;
            }
        }

        private FileSystemInfo[] Items(DirectoryInfo folder, string prefix)
        {
            try
            {
                var items = folder.GetFileSystemInfos();
                Array.Sort(items, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
                return items;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException)
            {
                Faults.Add(new SourceFault(
                    prefix.TrimEnd('/'),
                    null,
                    $"The folder cannot be read: {failure.Message}",
                    "Give the account that runs the indexer the right to read it, or leave the folder out of the source."));
                return [];
            }
        }
    }
}
