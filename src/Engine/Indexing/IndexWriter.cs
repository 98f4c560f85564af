using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// Writes an index: documents in, one atomic commit at the end. What was published before stays searchable until then, and whoever
/// has it open is not disturbed. The same documents in the same order give the same bytes, whatever the number of processors and whatever
/// the memory budget (<see cref="IndexWriterOptions"/>). Used by one thread at a time.
/// <para>
/// <see cref="Create(string, IndexSettings, IndexWriterOptions?)"/> makes an index anew; its commit leaves one segment. <see cref="Update(string, IndexSettings, IndexWriterOptions?)"/> goes
/// on with what is there; its commit adds one segment and merges by <see cref="MergePolicy"/>.
/// </para>
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private static readonly int Threads = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;
    private readonly IndexSettings _settings;
    private readonly MemoryPlan _plan;
    private readonly Manifest? _previous;
    private readonly ChunkedBuild _build;
    private readonly IdSet _added = new();
    private readonly List<Deletions> _kept = [];
    private readonly bool _updates;
    private long _nextSegment;
    private bool _ended;
    private bool _disposed;

    private IndexWriter(IndexDirectory directory, WriterLock writerLock, IndexSettings settings, Manifest? previous, bool updates, long? chunkBytes, IndexWriterOptions options)
    {
        _directory = directory;
        _lock = writerLock;
        _settings = settings;
        _previous = previous;
        _updates = updates;
        _nextSegment = previous?.NextSegment ?? 1;
        _plan = new MemoryPlan(options.MemoryBudget, Threads);
        _build = new ChunkedBuild(directory, settings, Generation, _plan, chunkBytes);
    }

    /// <summary>Chunks of documents that became segments on the way.</summary>
    internal int Chunks => _build.Chunks;

    private long Generation => (_previous?.Generation ?? 0) + 1;

    /// <summary>Begins an index in a folder, which is made if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="settings">How the index is made.</param>
    /// <param name="options">What the writer may take; <see langword="null"/> for the defaults.</param>
    /// <exception cref="IndexLockedException">Another process writes to this folder.</exception>
    public static IndexWriter Create(string folder, IndexSettings settings, IndexWriterOptions? options = null) => Create(folder, settings, null, options);

    /// <summary>As <see cref="Create(string, IndexSettings, IndexWriterOptions?)"/>, with smaller chunks.</summary>
    internal static IndexWriter Create(string folder, IndexSettings settings, long? chunkBytes, IndexWriterOptions? options = null)
    {
        settings.Check();
        options ??= new IndexWriterOptions();
        options.Check();
        var directory = IndexDirectory.CreateOrOpen(folder);
        return Begin(directory, writerLock => new IndexWriter(directory, writerLock, settings, ReadPrevious(directory), updates: false, chunkBytes, options));
    }

    /// <summary>Goes on with the index of a folder; one without documents is begun with these settings.</summary>
    /// <param name="folder">The folder, made if need be.</param>
    /// <param name="settings">The settings that the index was made with.</param>
    /// <param name="options">What the writer may take; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">The index was made with other settings.</exception>
    /// <exception cref="IndexLockedException">Another process writes to this folder.</exception>
    /// <exception cref="IndexException">What is there cannot be read; the message says why and what to do.</exception>
    public static IndexWriter Update(string folder, IndexSettings settings, IndexWriterOptions? options = null) => Update(folder, settings, null, options);

    /// <summary>As <see cref="Update(string, IndexSettings, IndexWriterOptions?)"/>, with smaller chunks.</summary>
    internal static IndexWriter Update(string folder, IndexSettings settings, long? chunkBytes, IndexWriterOptions? options = null)
    {
        settings.Check();
        options ??= new IndexWriterOptions();
        options.Check();
        var directory = IndexDirectory.CreateOrOpen(folder);
        return Begin(directory, writerLock =>
        {
            var writer = new IndexWriter(directory, writerLock, settings, directory.ReadManifest(), updates: true, chunkBytes, options);
            try
            {
                writer.KeepAll();
                return writer;
            }
            catch
            {
                writer.Dispose();
                throw;
            }
        });
    }

    /// <summary>Adds a document. Documents with equal scores are ranked in the order in which they were added.</summary>
    /// <exception cref="ArgumentException">
    /// A document with this id was added before, now or in the index that is updated; or it is made wrongly, and the message says how. The
    /// writer goes on
    /// without it.
    /// </exception>
    /// <exception cref="DocumentRefusedException">There is more in it than an index can hold. The writer goes on without it.</exception>
    public void Add(IndexDocument document)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        DocumentCheck.Check(document, _settings);
        AddChecked(document);
    }

    /// <summary>Adds a document in place of the one with its id, if there is one.</summary>
    /// <exception cref="ArgumentException">It is made wrongly; the one that is there stays.</exception>
    /// <exception cref="DocumentRefusedException">There is more in it than an index can hold; the one that is there stays.</exception>
    public void Put(IndexDocument document)
    {
        DocumentCheck.Check(document, _settings);
        Delete(document.Id);
        AddChecked(document);
    }

    /// <summary>Deletes a document; false where there is none with this id.</summary>
    public bool Delete(string id)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        if (_added.Remove(id))
        {
            _build.Remove(id);
            return true;
        }

        bool found = false;
        foreach (var segment in _kept)
        {
            found |= segment.Delete(id);
        }

        return found;
    }

    /// <summary>
    /// Publishes the documents, and bytes for whoever opens the index, in place of those of the commit before. Nothing can be added or committed after it,
    /// also where it fails: then the old index stands, and another writer begins from that.
    /// </summary>
    public void Commit(params IReadOnlyList<IndexBlob> blobs)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        _ended = true;
        var built = _build.Complete(NextName);
        var kept = _kept.Select(segment => segment.Complete(Generation)).ToList();
        _kept.ForEach(segment => segment.Dispose());
        _kept.Clear();
        _directory.Publish(new Manifest
        {
            Generation = Generation,
            Segments = Merge(kept, built),
            NextSegment = _nextSegment,
            Files = [.. blobs.Select(blob => BlobFile.Write(_directory, Generation, blob))],
        });
    }

    /// <summary>Lets others write. Without a commit, nothing of what was added remains. Calling it again does nothing.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _build.Dispose();
            _kept.ForEach(segment => segment.Dispose());
            try
            {
                _directory.RemoveUnpublished();
            }
            finally
            {
                _lock.Dispose();
            }
        }
    }

    /// <summary>Takes the lock, and gives it back where the writer cannot be made.</summary>
    private static IndexWriter Begin(IndexDirectory directory, Func<WriterLock, IndexWriter> make)
    {
        var writerLock = directory.Lock();
        try
        {
            return make(writerLock);
        }
        catch
        {
            writerLock.Dispose();
            throw;
        }
    }

    private void AddChecked(IndexDocument document)
    {
        if (_kept.Exists(segment => segment.Contains(document.Id)) || !_added.Add(document.Id))
        {
            throw new ArgumentException($"The id \"{document.Id}\" was added before. Ids are unique in an index.", nameof(document));
        }

        _build.Add(document);
    }

    private void KeepAll()
    {
        foreach (var segment in _previous?.Segments ?? [])
        {
            Keep(segment);
        }

        _build.Codec = _kept.FirstOrDefault()?.Codec;
    }

    /// <summary>
    /// Settings, ids and deletions decide what an update does, so their files are compared to their checksums: they are small.
    /// </summary>
    private void Keep(SegmentInfo info)
    {
        foreach (var file in info.Files.Where(Decides))
        {
            Verification.Check(_directory, file);
        }

        bool Decides(SegmentFile file) =>
            file.Name == SegmentFiles.Settings(info.Name) || file.Name == SegmentFiles.Ids(info.Name) || SegmentFiles.IsLive(file.Name);

        var segment = new Deletions(_directory, info);
        _kept.Add(segment);
        if (!segment.Settings.IsSameAs(_settings))
        {
            throw new ArgumentException("The index was made with other settings. Give those, or build it anew.", nameof(info));
        }
    }

    private static Manifest? ReadPrevious(IndexDirectory directory)
    {
        try
        {
            return directory.ReadManifest();
        }
        catch (IndexException)
        {
            return null;
        }
    }

    private SegmentInfo[] Merge(IReadOnlyList<SegmentInfo> kept, SegmentInfo? built)
    {
        var all = (_updates ? kept : []).Concat(built is null ? [] : [built]);
        return [.. MergePolicy.Plan(all).Select(group => MergePolicy.NeedsMerge(group) ? MergeGroup(group, built) : group[0])];
    }

    /// <summary>Segments of earlier commits are checked first: a merge would give damaged bytes a checksum that is right.</summary>
    private SegmentInfo MergeGroup(List<SegmentInfo> group, SegmentInfo? built)
    {
        foreach (var file in group.Where(segment => segment != built).SelectMany(segment => segment.Files))
        {
            Verification.Check(_directory, file);
        }

        var merged = SegmentMerger.Merge(_directory, group, NextName(), _settings, _plan.MergeBytes);
        foreach (var file in group.Where(segment => segment == built).SelectMany(segment => segment.Files))
        {
            _directory.DeleteFile(file.Name);
        }

        return merged;
    }

    private string NextName() => $"s{_nextSegment++}";
}
