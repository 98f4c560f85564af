using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Choice;

/// <summary>
/// One engine among several that keep indexes in folders. A folder that only another engine can read is said to be that engine's; when
/// the chosen one has published an index there, the other's files go. Thread-safe.
/// </summary>
/// <param name="chosen">The engine that was chosen.</param>
/// <param name="own">Its files.</param>
/// <param name="others">The files of the others.</param>
internal sealed class ChosenStore(IIndexStore chosen, IIndexFolders own, IReadOnlyList<IIndexFolders> others) : IIndexStore
{
    /// <inheritdoc/>
    public string Name => chosen.Name;

    /// <inheritdoc/>
    public IReadOnlyList<ILanguage> Languages => chosen.Languages;

    /// <inheritdoc/>
    public async ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        new ChosenWriter(await chosen.CreateAsync(location, settings, cancellation).ConfigureAwait(false), location, others);

    /// <inheritdoc/>
    public ValueTask<IIndexUpdate?> UpdateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        own.HasIndex(location) ? chosen.UpdateAsync(location, settings, cancellation) : new((IIndexUpdate?)null);

    /// <inheritdoc/>
    public ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default)
    {
        Check(location);
        return chosen.OpenAsync(location, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default)
    {
        Check(location);
        return chosen.OpenToServeAsync(location, heldIn, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default) =>
        OtherOf(location) is { } other
            ? new(new IndexVerification(0, [Said(location, other)]))
            : chosen.VerifyAsync(location, cancellation);

    private void Check(string location)
    {
        if (OtherOf(location) is { } other)
        {
            throw new IndexUnavailableException(IndexUnavailableReason.OtherVersion, Said(location, other));
        }
    }

    private IIndexFolders? OtherOf(string location) =>
        own.HasIndex(location) ? null : others.FirstOrDefault(other => other.HasIndex(location));

    private string Said(string location, IIndexFolders other) =>
        $"The index in {location} was made by the backend '{other.Name}', and this is '{Name}'. Read it with --backend {other.Name}, or "
            + $"build it again: dotnet run -c Release --project src/Indexer -- --source DIR --index {location} --backend {Name}";
}
