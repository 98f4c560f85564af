namespace ProposalSearch.Proposals.Sources;

/// <summary>Where a path leads when every link on the way is followed.</summary>
public static class RealPath
{
    /// <summary>As many links as Linux follows before it says that they loop.</summary>
    private const int MostLinks = 40;

    /// <summary>The path without links, whether there is such a file or not; <see langword="null"/> where the links loop.</summary>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var reached = root;
        var ahead = new Stack<string>(Parts(full[root.Length..]));
        for (var links = 0; ahead.TryPop(out var part);)
        {
            var next = Path.Combine(reached, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                reached = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            var aim = Path.GetFullPath(target, reached);
            reached = Path.GetPathRoot(aim)!;
            foreach (var outer in Parts(aim[reached.Length..]))
            {
                ahead.Push(outer);
            }
        }

        return reached;
    }

    /// <summary>Whether a path is a folder or in it. Both without links.</summary>
    public static bool IsWithin(string path, string folder)
        => $"{path}{Path.DirectorySeparatorChar}".StartsWith(
            folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The parts of a path, last first.</summary>
    private static IEnumerable<string> Parts(string path)
        => path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Reverse();
}
