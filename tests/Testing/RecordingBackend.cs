using ProposalSearch.Proposals;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Testing;

/// <summary>Keeps what a run hands over to an engine, and reads it back as proposals.</summary>
public sealed class RecordingBackend : IIndexStore
{
    private readonly List<IndexDocument> _documents = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _blobs = new(StringComparer.Ordinal);

    /// <summary>The contract on it.</summary>
    public SearchBackend Backend => new(this);

    /// <inheritdoc/>
    public string Name => "recording";

    /// <summary>The columns declared.</summary>
    public IReadOnlyList<IndexColumn> Columns { get; private set; } = [];

    /// <summary>The proposals of the index that was published last; none before.</summary>
    public IReadOnlyList<Proposal> Added => Record is not { } record
        ? []
        : [.. _documents.Select(document => StoredProposal.Read(new RecordedDocument(document), record.Labels))];

    /// <summary>What was published beside the proposals, or <see langword="null"/> before.</summary>
    public IndexMetadata? Committed => Record?.Metadata;

    /// <summary>Whether the writer was disposed.</summary>
    public bool Disposed { get; private set; }

    /// <summary>How many copies it says that it waits for when an index is published.</summary>
    public int? CopiesLeft { get; init; }

    /// <summary>The id of a proposal that it cannot hold.</summary>
    public string? Refused { get; init; }

    private IndexRecord? Record =>
        _blobs.TryGetValue(IndexRecord.BlobName, out var bytes) ? IndexRecord.Read(bytes.ToArray(), "memory") : null;

    /// <summary>A blob that was published.</summary>
    public ReadOnlyMemory<byte> Blob(string name) => _blobs[name];

    /// <inheritdoc/>
    public ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        new(new Writer(this));

    /// <inheritdoc/>
    public ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) =>
        throw new IndexUnavailableException(IndexUnavailableReason.Absent, "the recording backend only builds");

    /// <inheritdoc/>
    public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default) =>
        OpenAsync(location, cancellation);

    /// <inheritdoc/>
    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default) =>
        throw new NotSupportedException("the recording backend only builds");

    private sealed class Writer(RecordingBackend backend) : IIndexWriter
    {
        private IProgress<int>? _copiesLeft;

        public void TellCopiesLeft(IProgress<int> progress) => _copiesLeft = progress;

        public ValueTask DeclareAsync(
            IReadOnlyList<IndexColumn> columns, ILanguage? language = null, CancellationToken cancellation = default)
        {
            backend.Columns = columns;
            return ValueTask.CompletedTask;
        }

        public ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default)
        {
            if (document.Id == backend.Refused)
            {
                throw new DocumentRefusedException(document.Id, "It is too long.");
            }

            backend._documents.Add(document);
            return ValueTask.CompletedTask;
        }

        public ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
        {
            if (backend.CopiesLeft is { } left)
            {
                _copiesLeft?.Report(left);
            }

            foreach (var blob in blobs)
            {
                backend._blobs[blob.Name] = blob.Bytes;
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            backend.Disposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
