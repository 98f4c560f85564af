using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// From documents to one segment, on several threads and within a memory budget: documents are gathered into chunks, each chunk becomes
/// a segment, and those are merged. The one segment at the end has the same bytes whatever the chunks were. Used by one thread.
/// </summary>
internal sealed class ChunkedBuild : IDisposable
{
    private const long FirstChunkBytes = 4_000_000;
    private const long TrainingBytes = 4_000_000;

    private readonly MemoryPlan _plan;
    private readonly SegmentRuns _runs;
    private readonly List<IndexDocument> _untrained = [];
    private List<IndexDocument> _chunk = [];
    private long _untrainedBytes;
    private long _chunkBytes;
    private long _chunkLimit;
    private TextCodec? _codec;

    /// <summary>Begins a build without documents.</summary>
    /// <param name="directory">Where segments go.</param>
    /// <param name="settings">The settings of the index.</param>
    /// <param name="plan">How much memory may be taken.</param>
    /// <param name="chunkBytes">Bytes of each chunk, for tests that want many; <see langword="null"/> as the plan says.</param>
    public ChunkedBuild(IndexDirectory directory, IndexSettings settings, MemoryPlan plan, long? chunkBytes)
    {
        _plan = plan;
        _runs = new SegmentRuns(directory, settings, plan);
        _chunkLimit = chunkBytes ?? Math.Min(FirstChunkBytes, plan.ChunkBytes);
        if (chunkBytes is { } fixedBytes)
        {
            _plan = plan with { ChunkBytes = fixedBytes };
        }
    }

    /// <summary>Chunks begun.</summary>
    public int Chunks => _runs.Chunks;

    /// <summary>Adds a document.</summary>
    /// <exception cref="IndexWriteException">A segment could not be written, of this document or one before.</exception>
    public void Add(IndexDocument document)
    {
        if (_codec is not null)
        {
            AddToChunk(document);
            return;
        }

        _untrained.Add(document);
        _untrainedBytes += DocumentSize.Of(document);
        if (_untrainedBytes >= TrainingBytes)
        {
            Train();
        }
    }

    /// <summary>Waits for all chunks and merges their segments.</summary>
    /// <param name="name">The name of the segment.</param>
    /// <returns>One segment of all documents, or <see langword="null"/> where there is none.</returns>
    public SegmentInfo? Complete(string name)
    {
        Train();
        if (_runs.Count == 0)
        {
            return _chunk.Count == 0 ? null : _runs.BuildNow(name, _chunk, _codec!);
        }

        EndChunk();
        return _runs.Merge(name);
    }

    /// <summary>Waits for what is under way.</summary>
    public void Dispose() => _runs.Dispose();

    /// <summary>One codec for all chunks, learnt from the same documents however large a chunk is: so text has the same bytes.</summary>
    private void Train()
    {
        _codec ??= CodecTraining.Train(_untrained);
        foreach (var document in _untrained)
        {
            AddToChunk(document);
        }

        _untrained.Clear();
    }

    private void AddToChunk(IndexDocument document)
    {
        _chunk.Add(document);
        _chunkBytes += DocumentSize.Of(document);
        if (_chunkBytes >= _chunkLimit)
        {
            EndChunk();
            _chunkLimit = Math.Max(_chunkLimit, Math.Min(_chunkLimit * 2, _plan.ChunkBytes));
        }
    }

    private void EndChunk()
    {
        if (_chunk.Count > 0)
        {
            _runs.Begin(_chunk, _codec!);
            _chunk = [];
            _chunkBytes = 0;
        }
    }
}
