using ProposalSearch.Engine.Indexing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Embedded;

/// <summary>Gives documents to the engine as they come; it builds segments of them in the background.</summary>
internal sealed class EmbeddedWriter(string folder, IndexWriter writer) : IIndexWriter
{
    /// <inheritdoc/>
    /// <remarks>The engine takes columns as they come.</remarks>
    public ValueTask DeclareAsync(IReadOnlyList<IndexColumn> columns, CancellationToken cancellation = default) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Do(() => writer.Add(document));
    }

    /// <inheritdoc/>
    public ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Do(() => writer.Commit(blobs));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private ValueTask Do(Action action)
    {
        EngineErrors.Translate(folder, () =>
        {
            action();
            return true;
        });
        return ValueTask.CompletedTask;
    }
}
