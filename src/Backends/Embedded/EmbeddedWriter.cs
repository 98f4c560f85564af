using ProposalSearch.Analysis.Forms;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Embedded;

/// <summary>Gives documents to the engine as they come; it builds segments of them in the background.</summary>
/// <param name="folder">Where.</param>
/// <param name="settings">How the index is made.</param>
/// <param name="create">Makes a writer of the engine for the folder.</param>
internal sealed class EmbeddedWriter(string folder, IndexSettings settings, Func<IndexSettings, IndexWriter> create) : IIndexWriter
{
    private IndexWriter _writer = create(settings);

    /// <inheritdoc/>
    /// <remarks>The engine takes columns as they come, and its settings when it begins.</remarks>
    public ValueTask DeclareAsync(
        IReadOnlyList<IndexColumn> columns, ILanguage? language = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (language is null || language == settings.Analysis.Language)
        {
            return ValueTask.CompletedTask;
        }

        return Do(() =>
        {
            _writer.Dispose();
            _writer = create(settings with { Analysis = AnalysisOptions.Of(language) });
        });
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Do(() => _writer.Add(document));
    }

    /// <inheritdoc/>
    public ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Do(() => _writer.Commit(blobs));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
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
