using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Choice;

/// <summary>A writer that removes the index of another engine from its folder once its own is there.</summary>
/// <param name="writer">The writer of the chosen engine.</param>
/// <param name="folder">Where it writes.</param>
/// <param name="others">The files of the other engines.</param>
internal sealed class ChosenWriter(IIndexWriter writer, string folder, IReadOnlyList<IIndexFolders> others) : IIndexWriter
{
    /// <inheritdoc/>
    public long AlreadyThere => writer.AlreadyThere;

    /// <inheritdoc/>
    public void TellCopiesLeft(IProgress<int> progress) => writer.TellCopiesLeft(progress);

    /// <inheritdoc/>
    public ValueTask DeclareAsync(
        IReadOnlyList<IndexColumn> columns, ILanguage? language = null, CancellationToken cancellation = default) =>
        writer.DeclareAsync(columns, language, cancellation);

    /// <inheritdoc/>
    public ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default) => writer.AddAsync(document, cancellation);

    /// <inheritdoc/>
    public async ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        await writer.PublishAsync(blobs, cancellation).ConfigureAwait(false);
        foreach (var other in others.Where(other => other.HasIndex(folder)))
        {
            other.RemoveIndex(folder);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
