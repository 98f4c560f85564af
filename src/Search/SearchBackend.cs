using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Search.Answering;
using ProposalSearch.Search.Building;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search;

/// <summary>
/// Makes and opens indexes of proposals on an engine. What every engine does alike is here and above; what one does in its own way is
/// below. Thread-safe.
/// </summary>
/// <param name="store">The engine.</param>
/// <param name="clock">Tells when the time of a request is spent.</param>
public sealed class SearchBackend(IIndexStore store, TimeProvider clock)
{
    /// <summary>By the clock of this machine.</summary>
    public SearchBackend(IIndexStore store)
        : this(store, TimeProvider.System)
    {
    }

    /// <summary>The engine's name, such as <c>embedded</c>.</summary>
    public string Name => store.Name;

    /// <summary>Whether locations are folders of this machine.</summary>
    public bool HasFolders => store.HasFolders;

    /// <summary>The languages that its indexes may be of.</summary>
    public IReadOnlyList<ILanguage> Languages => store.Languages;

    /// <summary>
    /// Begins a new index at a location, which is made if need be. What is there stays searchable, and stays as it is, until
    /// <see cref="ProposalIndexBuilder.PublishAsync"/>.
    /// </summary>
    /// <exception cref="IndexUnavailableException">Somebody else writes there, or it cannot be written.</exception>
    public async ValueTask<ProposalIndexBuilder> BuildAsync(string location, CancellationToken cancellation = default) =>
        new(await store.CreateAsync(location, ProposalDocument.Settings, cancellation).ConfigureAwait(false));

    /// <summary>
    /// Begins changes of the last published index of a location, whose cost depends on how much is changed. What is there stays searchable,
    /// and stays as it is, until they are published.
    /// </summary>
    /// <returns><see langword="null"/> where a whole index has to be made instead: see <see cref="IIndexStore.UpdateAsync"/>.</returns>
    /// <exception cref="IndexUnavailableException">Somebody else writes there, or it cannot be written.</exception>
    public async ValueTask<ProposalIndexUpdate?> UpdateAsync(string location, CancellationToken cancellation = default)
    {
        if (await store.UpdateAsync(location, ProposalDocument.Settings, cancellation).ConfigureAwait(false) is not { } update)
        {
            return null;
        }

        try
        {
            return new ProposalIndexUpdate(update, await OpenAsync(update.Before, location, cancellation).ConfigureAwait(false));
        }
        catch (IndexUnavailableException)
        {
            await update.DisposeAsync().ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Opens the last published index of a location.</summary>
    /// <exception cref="IndexUnavailableException">There is none, or it cannot be read; the message says what to do.</exception>
    public async ValueTask<ProposalIndex> OpenAsync(string location, CancellationToken cancellation = default) =>
        await OpenAsync(await store.OpenAsync(location, cancellation).ConfigureAwait(false), location, cancellation).ConfigureAwait(false);

    /// <summary>
    /// Opens the last published index of a location for a program that goes on answering from it: see
    /// <see cref="IIndexStore.OpenToServeAsync"/>.
    /// </summary>
    /// <exception cref="IndexUnavailableException">
    /// There is none, or it cannot be read or is damaged; the message says what to do.
    /// </exception>
    public async ValueTask<ProposalIndex> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default) =>
        await OpenAsync(
            await store.OpenToServeAsync(location, heldIn, cancellation).ConfigureAwait(false),
            location,
            cancellation).ConfigureAwait(false);

    /// <summary>Reads every byte of an index and compares it with its checksums.</summary>
    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default) =>
        store.VerifyAsync(location, cancellation);

    private async ValueTask<ProposalIndex> OpenAsync(IIndexReader reader, string location, CancellationToken cancellation) =>
        new(await OpenedIndex.OfAsync(reader, location, clock, cancellation).ConfigureAwait(false));
}
