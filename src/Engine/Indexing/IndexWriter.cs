using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// Writes an index: documents in, one atomic commit at the end. What was published before stays searchable until then, and whoever
/// has it open is not disturbed. The same documents in the same order give the same bytes. Used by one thread at a time.
/// <para>
/// <see cref="Create(string, IndexSettings)"/> makes an index anew; its commit leaves one segment. <see cref="Update"/> goes on with what is there; its
/// commit adds segments and merges by <see cref="MergePolicy"/>.
/// </para>
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;
    private readonly IndexSettings _settings;
    private readonly Manifest? _previous;
    private readonly ChunkedBuild _build;
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);
    private readonly List<Deletions> _kept = [];
    private readonly List<(string Id, int Segments)> _replaced = [];
    private readonly bool _updates;
    private long _nextSegment;
    private bool _committed;
    private bool _disposed;

    private IndexWriter(IndexDirectory directory, WriterLock writerLock, IndexSettings settings, Manifest? previous, bool updates, long? chunkLimit)
    {
        _directory = directory;
        _lock = writerLock;
        _settings = settings;
        _previous = previous;
        _updates = updates;
        _nextSegment = previous?.NextSegment ?? 1;
        _build = chunkLimit is { } limit
            ? new ChunkedBuild(directory, settings, NextName) { ChunkLimit = limit }
            : new ChunkedBuild(directory, settings, NextName);
    }

    private long Generation => (_previous?.Generation ?? 0) + 1;

    /// <summary>Begins an index in a folder, which is made if need be.</summary>
    /// <exception cref="IndexLockedException">Another process writes to this folder.</exception>
    public static IndexWriter Create(string folder, IndexSettings settings) => Create(folder, settings, null);

    /// <summary>As <see cref="Create(string, IndexSettings)"/>, with smaller chunks.</summary>
    internal static IndexWriter Create(string folder, IndexSettings settings, long? chunkLimit)
    {
        settings.Check();
        var directory = IndexDirectory.CreateOrOpen(folder);
        return new IndexWriter(directory, directory.Lock(), settings, ReadPrevious(directory), updates: false, chunkLimit);
    }

    /// <summary>Goes on with the index of a folder; one without documents is begun with these settings.</summary>
    /// <param name="folder">The folder, made if need be.</param>
    /// <param name="settings">The settings that the index was made with.</param>
    /// <exception cref="ArgumentException">The index was made with other settings.</exception>
    /// <exception cref="IndexLockedException">Another process writes to this folder.</exception>
    /// <exception cref="IndexException">What is there cannot be read; the message says why and what to do.</exception>
    public static IndexWriter Update(string folder, IndexSettings settings)
    {
        settings.Check();
        var directory = IndexDirectory.CreateOrOpen(folder);
        var writerLock = directory.Lock();
        IndexWriter? writer = null;
        try
        {
            var previous = directory.ReadManifest();
            writer = new IndexWriter(directory, writerLock, settings, previous, updates: true, null);
            foreach (var segment in previous?.Segments ?? [])
            {
                writer.Keep(segment);
            }

            writer._build.Codec = writer._kept.FirstOrDefault()?.Codec;

            return writer;
        }
        catch
        {
            writer?.Dispose();
            writerLock.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document. Documents with equal scores are ranked in the order in which they were added.</summary>
    /// <exception cref="ArgumentException">A document with this id was added before, now or in the index that is updated.</exception>
    public void Add(IndexDocument document)
    {
        ObjectDisposedException.ThrowIf(_committed, this);
        foreach (var section in document.Sections)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(section.Label, nameof(document));
        }

        if (_kept.Exists(segment => segment.Contains(document.Id)) || !_added.Add(document.Id))
        {
            throw new ArgumentException($"The id \"{document.Id}\" was added before. Ids are unique in an index.", nameof(document));
        }

        _build.Add(document);
    }

    /// <summary>Adds a document in place of the one with its id, if there is one.</summary>
    public void Put(IndexDocument document)
    {
        Delete(document.Id);
        Add(document);
    }

    /// <summary>Deletes a document; false where there is none with this id.</summary>
    public bool Delete(string id)
    {
        ObjectDisposedException.ThrowIf(_committed, this);
        if (_added.Remove(id))
        {
            if (!_build.Remove(id))
            {
                _replaced.Add((id, _build.Count));
            }

            return true;
        }

        bool found = false;
        foreach (var segment in _kept)
        {
            found |= segment.Delete(id);
        }

        return found;
    }

    /// <summary>Publishes the documents, and bytes for whoever opens the index. Nothing can be added after it.</summary>
    public void Commit(ReadOnlyMemory<byte> userData)
    {
        ObjectDisposedException.ThrowIf(_committed, this);
        var built = DeleteReplaced(_build.Complete());
        var kept = _kept.Select(segment => segment.Complete(Generation)).ToList();
        _kept.ForEach(segment => segment.Dispose());
        _kept.Clear();
        _directory.Publish(new Manifest
        {
            Generation = Generation,
            Segments = Merge(kept, built),
            NextSegment = _nextSegment,
            UserData = userData,
        });
        _committed = true;
    }

    /// <summary>Lets others write. Without a commit, nothing of what was added remains. Calling it again does nothing.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _build.Dispose();
            _kept.ForEach(segment => segment.Dispose());
            _directory.RemoveUnpublished();
            _lock.Dispose();
        }
    }

    private void Keep(SegmentInfo info)
    {
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

    /// <summary>Documents that were replaced after their segment had been begun.</summary>
    private SegmentInfo[] DeleteReplaced(SegmentInfo[] built)
    {
        for (int i = 0; i < built.Length; i++)
        {
            int index = i;
            var ids = _replaced.Where(one => index < one.Segments).Select(one => one.Id).ToList();
            if (ids.Count == 0)
            {
                continue;
            }

            using var deletions = new Deletions(_directory, built[i]);
            ids.ForEach(id => deletions.Delete(id));
            built[i] = deletions.Complete(Generation);
        }

        return built;
    }

    private SegmentInfo[] Merge(IReadOnlyList<SegmentInfo> kept, SegmentInfo[] built)
    {
        var groups = _updates ? MergePolicy.Plan(kept.Concat(built)) : All(built);
        return [.. groups.Select(group => MergePolicy.NeedsMerge(group) ? MergeGroup(group, built) : group[0])];
    }

    private static List<List<SegmentInfo>> All(SegmentInfo[] built) => built.Length == 0 ? [] : [[.. built]];

    private SegmentInfo MergeGroup(List<SegmentInfo> group, SegmentInfo[] built)
    {
        var merged = SegmentMerger.Merge(_directory, group, NextName(), _settings);
        foreach (var file in group.Where(segment => built.Contains(segment)).SelectMany(segment => segment.Files))
        {
            _directory.DeleteFile(file.Name);
        }

        return merged;
    }

    private string NextName() => $"s{_nextSegment++}";
}
