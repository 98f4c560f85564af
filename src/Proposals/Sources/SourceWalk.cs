using System.Runtime.InteropServices;
using System.Security;

namespace ProposalSearch.Proposals.Sources;

/// <summary>A walk through a folder and those in it. Links that stay within are followed, each folder by one link only.</summary>
internal sealed class SourceWalk
{
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private readonly string _root;
    private readonly SourceGlobs _globs;

    /// <summary>Walks.</summary>
    /// <param name="root">A folder, by a path without links.</param>
    /// <param name="globs">Which files.</param>
    public SourceWalk(string root, SourceGlobs globs)
    {
        _root = root;
        _globs = globs;
        Enter(root, "");
    }

    /// <summary>The files, in no order that is promised.</summary>
    public List<SourceFile> Files { get; } = [];

    /// <summary>How many files there are of each ending that is not read.</summary>
    public Dictionary<string, int> PassedOver { get; } = new(StringComparer.Ordinal);

    /// <summary>What could not be reached.</summary>
    public List<SourceFault> Faults { get; } = [];

    /// <param name="folder">A path without links.</param>
    /// <param name="prefix">Relative to the source, by the links that led here, with a <c>/</c> at its end.</param>
    private void Enter(string folder, string prefix)
    {
        foreach (var item in Items(folder, prefix))
        {
            if (!item.Name.StartsWith('.'))
            {
                Visit(item, folder, prefix + item.Name);
            }
        }
    }

    private void Visit(FileSystemInfo item, string folder, string path)
    {
        var format = default(SourceFormat);
        if (item is FileInfo && !_globs.Picks(path))
        {
            return;
        }

        if (item is FileInfo && !SourceFormats.TryGet(item.Name, out format))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(PassedOver, Path.GetExtension(item.Name).ToLowerInvariant(), out _)++;
            return;
        }

        if (item.Name.Contains('\uFFFD', StringComparison.Ordinal) && !Path.Exists(item.FullName))
        {
            Report(path, "The name is not UTF-8, so that it cannot be opened.", "Rename it.");
        }
        else if (TryFollow(item, path, out var real))
        {
            if (item is FileInfo)
            {
                Files.Add(new SourceFile(real, path, format));
            }
            else if (real == item.FullName || (!RealPath.IsWithin(folder, real) && _linked.Add(real)))
            {
                Enter(real, path + "/");
            }
        }
    }

    /// <summary>Where a link leads, or the path itself; false where it leads out of the source.</summary>
    private bool TryFollow(FileSystemInfo item, string path, out string real)
    {
        real = item.FullName;
        if (!item.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return true;
        }

        real = RealPath.Of(item.FullName) ?? item.FullName;
        if (RealPath.IsWithin(real, _root))
        {
            return true;
        }

        var cause = $"The link leads out of the source, to '{real}', so it was not followed.";
        Report(path, cause, "Put what it leads to into the source, or remove the link.");
        return false;
    }

    private FileSystemInfo[] Items(string folder, string prefix)
    {
        try
        {
            var items = new DirectoryInfo(folder).GetFileSystemInfos();
            Array.Sort(items, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return items;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException)
        {
            Report(
                prefix.TrimEnd('/'),
                $"The folder cannot be read: {failure.Message}",
                "Give the account that runs the indexer the right to read it, or leave the folder out of the source.");
            return [];
        }
    }

    private void Report(string path, string cause, string remedy)
    {
        if (!_globs.Excludes(path) && !_globs.Excludes(path + "/x"))
        {
            Faults.Add(new SourceFault(path, null, cause, remedy));
        }
    }
}
