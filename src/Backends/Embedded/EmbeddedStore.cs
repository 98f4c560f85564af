using ProposalSearch.Analysis.Forms;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Embedded;

/// <summary>
/// The embedded engine: an index is a folder of files, and searching needs no other process. What it is asked is done when the call
/// returns: the tasks are there for engines that ask other machines. Thread-safe.
/// </summary>
public sealed class EmbeddedStore : IIndexStore, IIndexFolders
{
    /// <inheritdoc/>
    public string Name => "embedded";

    /// <inheritdoc/>
    public IReadOnlyList<ILanguage> Languages { get; } = [BuiltInLanguages.English, BuiltInLanguages.None];

    /// <inheritdoc/>
    /// <remarks>A damaged index is removed first: it holds nothing that its sources do not.</remarks>
    public ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        new(EngineErrors.Translate(location, () => new EmbeddedWriter(location, settings, own => CreateWriter(location, own))));

    /// <inheritdoc/>
    /// <remarks>Files are mapped, and compared with their checksums only where reading them ends in an error.</remarks>
    public ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) =>
        new(EngineErrors.Translate(location, () => new EmbeddedReader(IndexSnapshot.Open(location), location, Name)));

    /// <inheritdoc/>
    public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default) =>
        new(
            EngineErrors.Translate(
                location, () => new EmbeddedReader(IndexSnapshot.OpenChecked(location, ToEngine(heldIn)), location, Name)));

    /// <inheritdoc/>
    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default) => new(Verify(location));

    /// <inheritdoc/>
    public bool HasIndex(string folder) => IndexDirectory.HasIndex(folder);

    /// <inheritdoc/>
    public void RemoveIndex(string folder) => EngineErrors.Translate(folder, () =>
    {
        IndexDirectory.Discard(folder);
        return folder;
    });

    private static FilesHeldIn ToEngine(IndexHeldIn heldIn) => heldIn switch
    {
        IndexHeldIn.Memory => FilesHeldIn.Memory,
        IndexHeldIn.Copy => FilesHeldIn.Copy,
        IndexHeldIn.Mapping => FilesHeldIn.Mapping,
        _ => FilesHeldIn.Automatic,
    };

    private static IndexVerification Verify(string folder)
    {
        try
        {
            var directory = IndexDirectory.Open(folder);
            var faults = directory.Verify();
            return faults.Count > 0 ? new IndexVerification(0, faults)
                : directory.ReadManifest() is { } manifest ? new IndexVerification(manifest.AllFiles.Count() + 1, [])
                : new IndexVerification(0, [EngineErrors.NoIndex(folder)]);
        }
        catch (IndexException fault)
        {
            return new IndexVerification(0, [fault.Message]);
        }
    }

    private IndexWriter CreateWriter(string folder, IndexSettings settings)
    {
        if (!Languages.Contains(settings.Analysis.Language))
        {
            var known = string.Join(", ", Languages.Select(one => one.Code));
            throw new ArgumentException(
                $"The engine has no stems of {settings.Analysis.Language.Name}: it knows {known}.", nameof(settings));
        }

        try
        {
            return IndexWriter.Create(folder, settings);
        }
        catch (IndexDamagedException)
        {
            IndexDirectory.Discard(folder);
            return IndexWriter.Create(folder, settings);
        }
    }
}
