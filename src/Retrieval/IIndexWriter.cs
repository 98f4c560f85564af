using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Retrieval;

/// <summary>
/// An index in the making. One call at a time. Disposed without being published, it leaves nothing behind; where
/// <see cref="IndexUnavailableException"/> ended it, perhaps what the next one of the same goes on with.
/// </summary>
public interface IIndexWriter : IAsyncDisposable
{
    /// <summary>
    /// Documents that were added and not written again, since a build of the same that was not finished had left them as they are. 0 for an
    /// engine that begins anew. All of them are counted when the index is published.
    /// </summary>
    long AlreadyThere => 0;

    /// <summary>
    /// Has somebody told, while it is published, how many copies of its parts are still to be made on other machines: now and then, where
    /// that takes long. An engine that makes none tells nothing.
    /// </summary>
    void TellCopiesLeft(IProgress<int> progress)
    {
    }

    /// <summary>
    /// Names the columns that documents may have values in, and the language of their texts. Once, before the first document.
    /// </summary>
    /// <param name="columns">The columns.</param>
    /// <param name="language">
    /// One of <see cref="IIndexStore.Languages"/>; <see langword="null"/> for that of the settings that the index was begun with.
    /// </param>
    /// <param name="cancellation">Ends it.</param>
    ValueTask DeclareAsync(IReadOnlyList<IndexColumn> columns, ILanguage? language = null, CancellationToken cancellation = default);

    /// <summary>Adds a document. Those that a query scores alike are ranked in the order in which they were added.</summary>
    /// <exception cref="DocumentRefusedException">The engine cannot hold this document, and goes on without it.</exception>
    /// <exception cref="IndexUnavailableException">The index cannot be written.</exception>
    ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default);

    /// <summary>Publishes at one stroke: whoever opens the location gets the old index or the new one, whatever happens.</summary>
    /// <param name="blobs">What the index keeps beside its documents, in place of what the one before kept.</param>
    /// <param name="cancellation">Ends it; the old index stands then.</param>
    ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default);
}
