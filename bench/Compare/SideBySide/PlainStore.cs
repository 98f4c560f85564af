using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>Takes what the pipeline gives a backend, and writes it with plain Lucene.Net. It is not opened by the seam.</summary>
internal sealed class PlainStore(PlainPassages passages) : IIndexStore
{
    public string Name => "plain-" + passages.ToString().ToLowerInvariant();

    public ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        new(new Writer(location, new PlainFields(passages)));

    public ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) => throw NoReader();

    public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default) =>
        throw NoReader();

    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default) => throw NoReader();

    private static NotSupportedException NoReader() => new($"Plain Lucene.Net is asked by {nameof(PlainContender)}.");

    private sealed class Writer : IIndexWriter
    {
        private readonly SimpleFSDirectory _directory;
        private readonly IndexWriter _writer;
        private readonly PlainFields _fields;

        public Writer(string folder, PlainFields fields)
        {
            _fields = fields;
            _directory = new SimpleFSDirectory(folder);
            _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, PlainFields.Analyzer())
            {
                RAMBufferSizeMB = 256,
                Similarity = new BM25Similarity(),
                UseCompoundFile = false,
            });
        }

        public ValueTask DeclareAsync(
            IReadOnlyList<IndexColumn> columns, ILanguage? language = null, CancellationToken cancellation = default) =>
            ValueTask.CompletedTask;

        public ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default)
        {
            _writer.AddDocument(_fields.Make(document));
            return ValueTask.CompletedTask;
        }

        public ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
        {
            _writer.Commit();
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            _writer.Dispose();
            _directory.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
