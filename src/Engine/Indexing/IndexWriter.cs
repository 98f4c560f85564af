using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// Builds an index anew: documents in, one atomic commit at the end. What was published before stays searchable until then.
/// <para>
/// Documents are gathered into chunks, which depend on their sizes alone; each chunk becomes a segment on a thread of its own,
/// and the commit merges the segments into one. So the same documents give the same bytes, however many threads there are.
/// </para>
/// Used by one thread at a time.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private const int FirstChunk = 2_000_000;
    private const int LargestChunk = 12_000_000;
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;
    private readonly IndexSettings _settings;
    private readonly Manifest? _previous;
    private readonly List<Task<SegmentInfo>> _segments = [];
    private readonly SemaphoreSlim _free = new(Workers);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private List<IndexDocument> _chunk = [];
    private long _chunkSize;
    private long _chunkLimit = FirstChunk;
    private long _nextSegment;
    private bool _committed;

    private IndexWriter(IndexDirectory directory, WriterLock writerLock, IndexSettings settings)
    {
        _directory = directory;
        _lock = writerLock;
        _settings = settings;
        _previous = ReadPrevious(directory);
        _nextSegment = _previous?.NextSegment ?? 1;
    }

    /// <summary>Documents added so far.</summary>
    public int Count => _ids.Count;

    /// <summary>Begins an index in a folder, which is made if need be.</summary>
    /// <exception cref="IndexLockedException">Another process writes to this folder.</exception>
    public static IndexWriter Create(string folder, IndexSettings settings)
    {
        var directory = IndexDirectory.CreateOrOpen(folder);
        return new IndexWriter(directory, directory.Lock(), settings);
    }

    /// <summary>Adds a document. Documents with equal scores are ranked in the order in which they were added.</summary>
    /// <exception cref="ArgumentException">A document with this id was added before.</exception>
    public void Add(IndexDocument document)
    {
        ObjectDisposedException.ThrowIf(_committed, this);
        if (!_ids.Add(document.Id))
        {
            throw new ArgumentException($"The id \"{document.Id}\" was added before. Ids are unique in an index.", nameof(document));
        }

        _chunk.Add(document);
        foreach (var section in document.Sections)
        {
            _chunkSize += section.Text.Length;
        }

        if (_chunkSize >= _chunkLimit)
        {
            EndChunk();
        }
    }

    /// <summary>Publishes the documents, and bytes for whoever opens the index. Nothing can be added after it.</summary>
    public void Commit(ReadOnlyMemory<byte> userData)
    {
        ObjectDisposedException.ThrowIf(_committed, this);
        EndChunk();
        var segments = Task.WhenAll(_segments).GetAwaiter().GetResult();
        var merged = segments.Length > 1 ? Merge(segments) : segments;
        _directory.Publish(new Manifest
        {
            Generation = (_previous?.Generation ?? 0) + 1,
            NextSegment = _nextSegment,
            Segments = merged,
            UserData = userData,
        });
        _committed = true;
    }

    /// <summary>Lets others write. Without a commit, nothing of what was added remains.</summary>
    public void Dispose()
    {
        Task.WhenAll(_segments).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _free.Dispose();
        _lock.Dispose();
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

    private void EndChunk()
    {
        if (_chunk.Count == 0)
        {
            return;
        }

        var documents = _chunk;
        string name = NextName();
        _free.Wait();
        _segments.Add(Task.Run(() => Build(name, documents)));
        _chunk = [];
        _chunkSize = 0;
        _chunkLimit = Math.Min(_chunkLimit * 2, LargestChunk);
    }

    private SegmentInfo Build(string name, List<IndexDocument> documents)
    {
        try
        {
            using var builder = new SegmentBuilder(_directory, name, _settings);
            foreach (var document in documents)
            {
                builder.Add(document);
            }

            return builder.Complete();
        }
        finally
        {
            _free.Release();
        }
    }

    private SegmentInfo[] Merge(SegmentInfo[] segments)
    {
        var merged = SegmentMerger.Merge(_directory, segments, NextName(), _settings);
        foreach (var file in segments.SelectMany(segment => segment.Files))
        {
            _directory.DeleteFile(file.Name);
        }

        return [merged];
    }

    private string NextName() => $"s{_nextSegment++}";
}
