using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// Makes an index anew: documents in, one atomic commit at the end, which leaves one segment. What was published before stays searchable
/// until then, and whoever has it open is not disturbed. The same documents in the same order give the same bytes, whatever the number of
/// processors and whatever the memory budget (<see cref="IndexWriterOptions"/>). Used by one thread at a time.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private static readonly int Threads = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;
    private readonly IndexSettings _settings;
    private readonly Manifest? _previous;
    private readonly ChunkedBuild _build;
    private readonly IdSet _ids = new();
    private bool _ended;
    private bool _disposed;

    private IndexWriter(
        IndexDirectory directory, WriterLock writerLock, IndexSettings settings, IndexWriterOptions options, long? chunkBytes)
    {
        _directory = directory;
        _lock = writerLock;
        _settings = settings;
        _previous = ReadPrevious(directory);
        _build = new ChunkedBuild(directory, settings, new MemoryPlan(options.MemoryBudget, Threads), chunkBytes);
    }

    /// <summary>Chunks of documents that became segments on the way.</summary>
    internal int Chunks => _build.Chunks;

    /// <summary>Begins an index in a folder, which is made if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="settings">How the index is made.</param>
    /// <param name="options">What the writer may take; <see langword="null"/> for the defaults.</param>
    /// <exception cref="IndexLockedException">Another process writes to this folder.</exception>
    public static IndexWriter Create(string folder, IndexSettings settings, IndexWriterOptions? options = null) =>
        Create(folder, settings, null, options);

    /// <summary>As <see cref="Create(string, IndexSettings, IndexWriterOptions?)"/>, with smaller chunks.</summary>
    internal static IndexWriter Create(string folder, IndexSettings settings, long? chunkBytes, IndexWriterOptions? options = null)
    {
        settings.Check();
        options ??= new IndexWriterOptions();
        options.Check();
        var directory = IndexDirectory.CreateOrOpen(folder);
        var writerLock = directory.Lock();
        try
        {
            return new IndexWriter(directory, writerLock, settings, options, chunkBytes);
        }
        catch
        {
            writerLock.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document. Documents with equal scores are ranked in the order in which they were added.</summary>
    /// <exception cref="ArgumentException">
    /// A document with this id was added before; or it is made wrongly, and the message says how. The writer goes on without it.
    /// </exception>
    /// <exception cref="DocumentRefusedException">There is more in it than an index can hold. The writer goes on without it.</exception>
    public void Add(IndexDocument document)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        DocumentCheck.Check(document, _settings);
        if (!_ids.Add(document.Id))
        {
            throw new ArgumentException($"The id \"{document.Id}\" was added before. Ids are unique in an index.", nameof(document));
        }

        _build.Add(document);
    }

    /// <summary>
    /// Publishes the documents, and bytes for whoever opens the index, in place of those of the commit before. Nothing can be added or
    /// committed after it, also where it fails: then the old index stands, and another writer begins from that.
    /// </summary>
    public void Commit(params IReadOnlyList<IndexBlob> blobs)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        _ended = true;
        long generation = (_previous?.Generation ?? 0) + 1, number = _previous?.NextSegment ?? 1;
        var segment = _build.Complete($"s{number}");
        _directory.Publish(new Manifest
        {
            Generation = generation,
            Segments = segment is null ? [] : [segment],
            NextSegment = segment is null ? number : number + 1,
            Files = [.. blobs.Select(blob => BlobFile.Write(_directory, generation, blob))],
        });
    }

    /// <summary>Lets others write. Without a commit, nothing of what was added remains. Calling it again does nothing.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _build.Dispose();
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
}
