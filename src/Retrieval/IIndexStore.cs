using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Retrieval;

/// <summary>
/// An engine with a place for indexes: makes, opens and checks them. A location is the engine's own name of an index: a folder, or the name of an
/// index in a cluster. Thread-safe.
/// </summary>
public interface IIndexStore
{
    /// <summary>The engine's name, such as <c>embedded</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Begins a new index at a location. What is there stays searchable, and stays as it is, until <see cref="IIndexWriter.PublishAsync"/>.
    /// </summary>
    /// <param name="location">Where; made if need be.</param>
    /// <param name="settings">How words become terms, and how sections weigh.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IndexUnavailableException">Somebody else writes there, or it cannot be written.</exception>
    ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default);

    /// <summary>Opens what was last published at a location.</summary>
    /// <exception cref="IndexUnavailableException">There is none, or it cannot be read; the message says what to do.</exception>
    ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default);

    /// <summary>Reads every byte of an index and compares it with its checksums, as far as the engine has any.</summary>
    ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default);
}
