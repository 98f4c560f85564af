namespace ProposalSearch.Engine.Storage;

/// <summary>
/// The folder of an index: immutable files and one manifest that lists them. A commit writes new files, then publishes by renaming one
/// manifest over the other, so that whoever looks sees the old index or the new one, also after a crash at any moment. Reading is
/// thread-safe; the members that write belong to the holder of the <see cref="WriterLock"/>, one thread at a time but for
/// <see cref="CreateFile"/> and <see cref="DeleteFile"/>.
/// </summary>
public sealed class IndexDirectory
{
    private const int OpenAttempts = 20;

    private readonly FileSet _files;
    private bool _locked;

    private IndexDirectory(string path)
    {
        Path = path;
        _files = new FileSet(path);
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>An existing folder, to read from.</summary>
    /// <exception cref="IndexNotFoundException">There is no such folder.</exception>
    public static IndexDirectory Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return Directory.Exists(full) ? new IndexDirectory(full) : throw new IndexNotFoundException(full);
    }

    /// <summary>A folder to write to, made where there is none.</summary>
    /// <exception cref="IndexWriteException">The system refused.</exception>
    internal static IndexDirectory CreateOrOpen(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            return new(Directory.CreateDirectory(full).FullName);
        }
        catch (Exception error) when (IndexWriteException.IsRefusal(error))
        {
            throw new IndexWriteException(full, error);
        }
    }

    /// <summary>Takes the right to write, and removes what a writer that crashed has left.</summary>
    /// <exception cref="IndexLockedException">Another writer has it, in this process or another.</exception>
    /// <exception cref="IndexWriteException">The system refuses to write to the folder.</exception>
    /// <exception cref="IndexDamagedException">
    /// The manifest is damaged: nothing was removed. <see cref="Discard"/> starts afresh.
    /// </exception>
    internal WriterLock Lock()
    {
        var taken = WriterLock.Take(Path, () => _locked = false);
        try
        {
            _locked = true;
            _files.StartSession();
            if (File.Exists(FullPath(Manifest.NextFileName)))
            {
                File.Delete(FullPath(Manifest.NextFileName));
            }

            RemoveUnneeded(ReadManifestOrDiscardVersion());
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Starts a file. Its name is like <c>s12.terms</c>: a letter, a number, a dot, then small letters, digits and hyphens.
    /// </summary>
    internal FileWriter CreateFile(string name, FileKind kind)
    {
        RequireLock();
        FileSet.CheckName(name);
        _files.Add(name);
        return new FileWriter(FullPath(name), kind);
    }

    /// <summary>
    /// Removes a file that was created and will not be published after all, such as one of a segment that was merged away.
    /// </summary>
    internal void DeleteFile(string name)
    {
        RequireLock();
        FileSet.CheckName(name);
        _files.Delete(name);
    }

    /// <summary>
    /// Removes what was created and not published, for a writer that is done. Where the manifest cannot be read, nothing is removed.
    /// </summary>
    internal void RemoveUnpublished()
    {
        RequireLock();
        _files.StartSession();
        try
        {
            RemoveUnneeded(ReadManifestOrDiscardVersion());
        }
        catch (Exception error) when (error is IndexException or IOException or UnauthorizedAccessException)
        {
            // Nobody knows which files are needed: the next writer meets the same and says so.
        }
    }

    /// <summary>
    /// Maps a file and checks its header, its footer and its length. Comparing every byte to the checksum is for <see
    /// cref="Verify"/>.
    /// </summary>
    /// <exception cref="IndexDamagedException">The file is missing, cut short or not of the kind.</exception>
    /// <exception cref="IndexVersionException">Another version of the format.</exception>
    internal OpenedFile OpenFile(string name, FileKind kind)
    {
        try
        {
            return OpenedFile.Open(FullPath(name), kind);
        }
        catch (FileNotFoundException error)
        {
            throw CheckedReading.Unreadable(FullPath(name), error);
        }
    }

    /// <summary>Opens a file of which every byte was compared to what the manifest and its footer say was written.</summary>
    /// <param name="file">The file, as the manifest lists it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="heldIn">How it is held; not <see cref="FilesHeldIn.Automatic"/>.</param>
    /// <exception cref="IndexDamagedException">The file is missing, cannot be read, or is not what was written.</exception>
    /// <exception cref="IndexVersionException">Another version of the format.</exception>
    /// <exception cref="IndexWriteException">There is no room for a copy.</exception>
    internal OpenedFile OpenChecked(SegmentFile file, FileKind kind, FilesHeldIn heldIn)
        => OpenedFile.OpenChecked(FullPath(file.Name), kind, file, heldIn);

    /// <summary>What was last published, or <see langword="null"/> when nothing was.</summary>
    /// <exception cref="IndexDamagedException">The manifest's bytes are not those that were written.</exception>
    /// <exception cref="IndexVersionException">Another version of the format.</exception>
    public Manifest? ReadManifest()
    {
        var path = FullPath(Manifest.FileName);
        try
        {
            using var handle = CheckedReading.Open(path);
            var stamp = FileStamp.Of(path, handle);
            if (stamp.Length > Array.MaxLength)
            {
                throw new IndexDamagedException(path, $"it has {stamp.Length} bytes, which is more than any manifest has.");
            }

            var bytes = new byte[stamp.Length];
            CheckedReading.ReadFully(path, handle, bytes, 0);
            return ManifestFormat.Read(path, bytes) with { Stamp = stamp };
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            throw new IndexNotFoundException(Path);
        }
    }

    /// <summary>
    /// Opens what was last published, and again if a commit removed a file of it in between: a reader needs no lock.
    /// </summary>
    /// <param name="open">Opens the files of the manifest; on an exception it must close those that it has opened.</param>
    /// <returns>What <paramref name="open"/> returned, or <see langword="null"/> when nothing was published.</returns>
    internal T? OpenLatest<T>(Func<Manifest, T> open)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var manifest = ReadManifest();
            try
            {
                return manifest is null ? null : open(manifest);
            }
            catch (IndexDamagedException) when (attempt < OpenAttempts && ReadManifest()?.Generation != manifest!.Generation)
            {
                // A newer index was published and the files of this one are gone: open that one.
            }
        }
    }

    /// <summary>
    /// Makes a manifest the index. Its files must be complete. When this returns, the disk has it; files that it does not list are removed,
    /// but for those created and not yet published.
    /// </summary>
    /// <exception cref="IndexWriteException">The system refused; the old index stands.</exception>
    /// <exception cref="ArgumentException">Its generation is not greater than the last one.</exception>
    /// <exception cref="NotSupportedException">It has more than <see cref="Manifest.MaximumDocuments"/> documents.</exception>
    /// <exception cref="IndexDamagedException">A file that it lists is missing or has another length; the old index stands.</exception>
    internal void Publish(Manifest manifest)
    {
        RequireLock();
        var last = ReadManifestOrDiscardVersion();
        var published = last?.Generation ?? 0;
        if (manifest.Generation <= published)
        {
            throw new ArgumentException(
                $"Generation {manifest.Generation} is not greater than the published {published}.", nameof(manifest));
        }

        if (manifest.AllDocuments > Manifest.MaximumDocuments)
        {
            throw new NotSupportedException(
                $"{manifest.AllDocuments:N0} documents are more than an index holds ({Manifest.MaximumDocuments:N0}); the old index "
                    + "stands. Split the archive into several indexes.");
        }

        foreach (var file in manifest.AllFiles)
        {
            _files.CheckComplete(file);
        }

        _files.Flush(manifest);
        WriteNext(manifest);

        ReplaceManifest();
        _files.MarkPublished(manifest);
        _files.RemoveAllBut(manifest.AllFiles, last?.AllFiles);
    }

    /// <summary>
    /// Removes the whole index, damaged or not: its manifest first, then its files. For a rebuild by the holder of the lock.
    /// </summary>
    /// <param name="path">The folder of the index.</param>
    /// <exception cref="IndexLockedException">Another writer has the index.</exception>
    public static void Discard(string path)
    {
        var directory = CreateOrOpen(path);
        using var taken = WriterLock.Take(directory.Path, () => { });
        File.Delete(directory.FullPath(Manifest.FileName));
        FolderFlush.Flush(directory.Path);
        directory._files.RemoveAllBut([]);
    }

    /// <summary>Whether a folder holds an index, whole or damaged: whether a manifest is there.</summary>
    public static bool HasIndex(string path) => File.Exists(System.IO.Path.Combine(path, Manifest.FileName));

    /// <summary>Reads every byte of the manifest and of every file that it lists, and compares the checksums.</summary>
    /// <returns>A sentence for each fault that names the file; nothing when the index is sound.</returns>
    public IReadOnlyList<string> Verify() => Verification.Verify(this);

    internal string FullPath(string name) => System.IO.Path.Combine(Path, name);

    private void WriteNext(Manifest manifest)
    {
        using var writer = new FileWriter(FullPath(Manifest.NextFileName), FileKind.Manifest);
        ManifestFormat.Write(writer, manifest);
        writer.Complete();
    }

    private void ReplaceManifest()
    {
        var (next, current) = (FullPath(Manifest.NextFileName), FullPath(Manifest.FileName));
        try
        {
            using (var handle = File.OpenHandle(next, FileMode.Open, FileAccess.Write, FileShare.None))
            {
                RandomAccess.FlushToDisk(handle);
            }

            // The names of the new files must be durable before the manifest that lists them is.
            FolderFlush.Flush(Path);
            File.Move(next, current, overwrite: true);
            FolderFlush.Flush(Path);
        }
        catch (Exception error) when (IndexWriteException.IsRefusal(error))
        {
            throw new IndexWriteException(current, error);
        }
    }

    // An index of another version is rebuilt: to a writer it is as if there were none, but for its generation, which starts anew.
    private Manifest? ReadManifestOrDiscardVersion()
    {
        try
        {
            return ReadManifest();
        }
        catch (IndexVersionException)
        {
            return null;
        }
    }

    private void RemoveUnneeded(Manifest? manifest)
    {
        if (manifest is not null || !File.Exists(FullPath(Manifest.FileName)))
        {
            _files.RemoveAllBut(manifest?.AllFiles ?? []);
        }
    }

    private void RequireLock()
    {
        if (!_locked)
        {
            throw new InvalidOperationException("Call Lock() first: only the one writer may create, publish or delete files.");
        }
    }
}
