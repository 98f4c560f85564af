using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// From documents to segments, on several threads: documents are gathered into chunks, which depend on their sizes alone, and each
/// chunk becomes a segment. So the same documents give the same segments, however many threads there are. Used by one thread.
/// </summary>
internal sealed class ChunkedBuild(IndexDirectory directory, IndexSettings settings, Func<string> nextName) : IDisposable
{
    private const int FirstChunk = 2_000_000;
    private const int LargestChunk = 12_000_000;
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 1, 4);

    private readonly List<Task<SegmentInfo>> _segments = [];
    private readonly SemaphoreSlim _free = new(Workers);
    private List<IndexDocument> _chunk = [];
    private long _chunkSize;
    private long _chunkLimit = FirstChunk;
    private TextCodec? _codec;

    /// <summary>Segments begun so far.</summary>
    public int Count => _segments.Count;

    /// <summary>Characters of the first chunk; later ones are larger. For tests that want many segments.</summary>
    public long ChunkLimit
    {
        init => _chunkLimit = value;
    }

    /// <summary>The codec of the segments that are there; without it one is learnt from the first chunk.</summary>
    public TextCodec? Codec
    {
        set => _codec = value;
    }

    /// <summary>Adds a document.</summary>
    public void Add(IndexDocument document)
    {
        _chunk.Add(document);
        foreach (var section in document.Sections)
        {
            _chunkSize += section.Text.Length;
        }

        if (_chunkSize >= _chunkLimit)
        {
            EndChunk();
            _chunkLimit = Math.Max(_chunkLimit, Math.Min(_chunkLimit * 2, LargestChunk));
        }
    }

    /// <summary>Takes a document back that is still in the chunk; false where it is not, or is in a segment by now.</summary>
    public bool Remove(string id) => _chunk.RemoveAll(document => document.Id == id) > 0;

    /// <summary>Finishes and tells the segments, in the order of their documents.</summary>
    public SegmentInfo[] Complete()
    {
        EndChunk();
        return Task.WhenAll(_segments).GetAwaiter().GetResult();
    }

    /// <summary>Waits for what is under way.</summary>
    public void Dispose()
    {
        Task.WhenAll(_segments).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _free.Dispose();
    }

    private void EndChunk()
    {
        if (_chunk.Count == 0)
        {
            return;
        }

        var documents = _chunk;
        var codec = _codec ??= CodecTraining.Train(documents);
        string name = nextName();
        _free.Wait();
        _segments.Add(Task.Run(() => Build(name, documents, codec)));
        _chunk = [];
        _chunkSize = 0;
    }

    private SegmentInfo Build(string name, List<IndexDocument> documents, TextCodec codec)
    {
        try
        {
            using var builder = new SegmentBuilder(directory, name, settings, codec);
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
}
