using System.Buffers;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// Which files of the folder are the writer's: those published, and those created since the lock was taken and not yet published.
/// Everything else that a writer of this format left is a leftover of a crash or of an older commit. Files of other people are not touched:
/// a file is ours by its name and by its first bytes. Thread-safe.
/// </summary>
internal sealed class FileSet(string folder)
{
    private const int FlushesAtOnce = 8;

    private static readonly SearchValues<char> ExtensionLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly Lock _gate = new();
    private readonly HashSet<string> _unpublished = new(StringComparer.Ordinal);

    /// <summary>Forgets what an earlier session has created and not published.</summary>
    public void StartSession()
    {
        lock (_gate)
        {
            _unpublished.Clear();
        }
    }

    /// <summary>Refuses a name that a clean-up would not recognise.</summary>
    public static void CheckName(string name)
    {
        if (!IsOurName(name))
        {
            throw new ArgumentException(
                $"'{name}' is no name for a file of an index: expected a letter, a number, a dot, then small letters, digits and hyphens, "
                + "as in s12.terms.",
                nameof(name));
        }
    }

    /// <summary>A file is being created: it stays until it is deleted or a manifest that leaves it out follows one that lists it.</summary>
    public void Add(string name)
    {
        lock (_gate)
        {
            if (!_unpublished.Add(name) && File.Exists(Path.Combine(folder, name)))
            {
                throw new ArgumentException($"{name} was created already and is not yet published.", nameof(name));
            }
        }
    }

    /// <summary>Removes a file that is not published.</summary>
    public void Delete(string name)
    {
        lock (_gate)
        {
            if (_unpublished.Remove(name))
            {
                TryDelete(Path.Combine(folder, name));
            }
        }
    }

    /// <summary>Waits until the disk has the files of a manifest that no manifest before it listed.</summary>
    public void Flush(Manifest manifest)
    {
        string[] names;
        lock (_gate)
        {
            names = [.. manifest.AllFiles.Select(file => file.Name).Where(_unpublished.Contains)];
        }

        try
        {
            Parallel.ForEach(names, new ParallelOptions { MaxDegreeOfParallelism = FlushesAtOnce }, FlushFile);
        }
        catch (AggregateException error)
        {
            // One full disk is one error, however many files met it.
            throw new IndexWriteException(folder, error.InnerExceptions[0]);
        }
    }

    /// <summary>The files of the manifest now live and die with the manifests.</summary>
    public void MarkPublished(Manifest manifest)
    {
        lock (_gate)
        {
            _unpublished.ExceptWith(manifest.AllFiles.Select(file => file.Name));
        }
    }

    /// <summary>Refuses a file that is missing or has another length than the manifest says.</summary>
    public void CheckComplete(SegmentFile file)
    {
        var found = new FileInfo(Path.Combine(folder, file.Name));
        if (!found.Exists || found.Length != file.Length)
        {
            var actual = found.Exists ? $"it has {found.Length}" : "it is not there";
            throw new IndexDamagedException(
                found.FullName,
                $"the new manifest lists it with {file.Length} bytes, but {actual}; the old index stands.");
        }
    }

    /// <summary>
    /// Removes our files that are neither kept nor unpublished. One that Windows will not delete while it is mapped waits for the
    /// next commit.
    /// </summary>
    /// <param name="kept">The files of the index.</param>
    /// <param name="replaced">The files of the index before it, which are ours whatever their first bytes have become.</param>
    public void RemoveAllBut(IEnumerable<SegmentFile> kept, IEnumerable<SegmentFile>? replaced = null)
    {
        lock (_gate)
        {
            var known = (replaced ?? []).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
            var needed = kept.Select(file => file.Name).Concat(_unpublished).ToHashSet(StringComparer.Ordinal);
            foreach (var path in Directory.EnumerateFiles(folder))
            {
                var name = Path.GetFileName(path);
                if (IsOurName(name) && !needed.Contains(name) && (known.Contains(name) || BeginsLikeOurs(path)))
                {
                    TryDelete(path);
                }
            }
        }
    }

    private void FlushFile(string name)
    {
        using var handle = File.OpenHandle(
            Path.Combine(folder, name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    private static bool IsOurName(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot >= 2
            && char.IsAsciiLetterLower(name[0])
            && !name.AsSpan(1, dot - 1).ContainsAnyExceptInRange('0', '9')
            && dot < name.Length - 1
            && !name.AsSpan(dot + 1).ContainsAnyExcept(ExtensionLetters);
    }

    private static bool BeginsLikeOurs(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> start = stackalloc byte[FileFrame.HeaderBytes];
            return FileFrame.IsOurs(start[..RandomAccess.Read(handle, start, 0)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Still mapped by a reader, on Windows: the next commit tries again.
        }
    }
}
