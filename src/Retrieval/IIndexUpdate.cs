using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Retrieval;

/// <summary>
/// Changes of a published index whose documents were added in the ordinal order of their ids. One call at a time. Disposed without being
/// published, it leaves nothing behind. What is answered afterwards is what an index that was made of all documents anew would answer,
/// with the same <see cref="IndexIdentity.Build"/>.
/// </summary>
public interface IIndexUpdate : IAsyncDisposable
{
    /// <summary>The index as it was published; it is disposed with the changes.</summary>
    IIndexReader Before { get; }

    /// <inheritdoc cref="IIndexWriter.TellCopiesLeft"/>
    void TellCopiesLeft(IProgress<int> progress)
    {
    }

    /// <summary>Puts a document in place of the one with its id, or adds it where there is none.</summary>
    /// <exception cref="DocumentRefusedException">The engine cannot hold this document; the one with its id stays.</exception>
    /// <exception cref="UpdateRefusedException">The place of a new document cannot be told: make the index anew.</exception>
    /// <exception cref="IndexUnavailableException">The index cannot be written.</exception>
    ValueTask PutAsync(IndexDocument document, CancellationToken cancellation = default);

    /// <summary>Removes the document with an id; does nothing where there is none.</summary>
    /// <exception cref="IndexUnavailableException">The index cannot be written.</exception>
    ValueTask DeleteAsync(string id, CancellationToken cancellation = default);

    /// <summary>
    /// Publishes at one stroke, as <see cref="IIndexWriter.PublishAsync"/> does. More changes may follow, and be published in turn.
    /// </summary>
    /// <param name="blobs">What the index keeps in place of what it kept under these names; all else that it keeps stays.</param>
    /// <param name="cancellation">Ends it; the old index stands then.</param>
    ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default);
}

/// <summary>A change cannot be made in an index that is there: it has to be made anew.</summary>
public sealed class UpdateRefusedException : Exception
{
    /// <summary>It cannot, for this reason.</summary>
    public UpdateRefusedException(string message)
        : base(message)
    {
    }
}
