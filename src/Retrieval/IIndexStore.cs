using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Retrieval;

/// <summary>
/// An engine with a place for indexes: makes, opens and checks them. A location is the engine's own name of an index: a folder, or the name
/// of an index in a cluster. Thread-safe.
/// </summary>
public interface IIndexStore
{
    /// <summary>The engine's name, such as <c>embedded</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Whether locations are folders of this machine. Those of an engine that says nothing of it are.
    /// </summary>
    bool HasFolders => true;

    /// <summary>The languages that its indexes may be of. An engine that says nothing of it knows English, and no language.</summary>
    IReadOnlyList<ILanguage> Languages => [BuiltInLanguages.English, BuiltInLanguages.None];

    /// <summary>
    /// Begins a new index at a location. What is there stays searchable, and stays as it is, until <see cref="IIndexWriter.PublishAsync"/>.
    /// </summary>
    /// <param name="location">Where; made if need be.</param>
    /// <param name="settings">How words become terms, and how sections weigh.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IndexUnavailableException">Somebody else writes there, or it cannot be written.</exception>
    ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default);

    /// <summary>
    /// Begins changes of what was last published at a location, which stays searchable, and stays as it is, until they are published. What
    /// they cost depends on how much is changed, not on how much is there.
    /// </summary>
    /// <param name="location">Where.</param>
    /// <param name="settings">As for <see cref="CreateAsync"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>
    /// <see langword="null"/> where a whole index has to be made instead: the engine cannot change one, or there is none, or it is damaged,
    /// of another version or of other settings.
    /// </returns>
    /// <exception cref="IndexUnavailableException">Somebody else writes there, or it cannot be written.</exception>
    ValueTask<IIndexUpdate?> UpdateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        new((IIndexUpdate?)null);

    /// <summary>Opens what was last published at a location.</summary>
    /// <exception cref="IndexUnavailableException">There is none, or it cannot be read; the message says what to do.</exception>
    ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default);

    /// <summary>
    /// Opens what was last published at a location for a program that goes on answering from it: every byte is compared with its checksum
    /// first, as far as the engine has any, and what is done to its files afterwards neither changes an answer nor ends the program, but
    /// for <see cref="IndexHeldIn.Mapping"/>.
    /// </summary>
    /// <param name="location">Where.</param>
    /// <param name="heldIn">What it is read from while it is open.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IndexUnavailableException">
    /// There is none, or it cannot be read or is damaged; the message says what to do.
    /// </exception>
    ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default);

    /// <summary>Reads every byte of an index and compares it with its checksums, as far as the engine has any.</summary>
    ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default);
}
