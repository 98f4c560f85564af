using ProposalSearch.Backends.Embedded.Building;
using ProposalSearch.Backends.Embedded.Searching;
using ProposalSearch.Backends.Embedded.Storing;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded;

/// <summary>The contract on the embedded engine: an index is a folder of memory-mapped files, and searching needs no other process. Thread-safe.</summary>
/// <param name="clock">Tells when the time of a search is spent.</param>
public sealed class EmbeddedBackend(TimeProvider clock) : ISearchBackend
{
    /// <summary>A backend by the clock of this machine.</summary>
    public EmbeddedBackend()
        : this(TimeProvider.System)
    {
    }

    /// <inheritdoc/>
    public string Name => "embedded";

    /// <inheritdoc/>
    /// <remarks>A damaged index is removed first: it holds nothing that its sources do not.</remarks>
    public IProposalIndexBuilder Build(string folder) => EngineErrors.Translate(folder, () => new ProposalIndexBuilder(folder, CreateWriter(folder)));

    /// <inheritdoc/>
    public IProposalIndex Open(string folder) => EngineErrors.Translate(folder, () =>
    {
        var snapshot = IndexSnapshot.Open(folder);
        try
        {
            return new EmbeddedIndex(snapshot, IndexRecord.Read(snapshot.Manifest.UserData, folder), folder, Name, clock);
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    });

    /// <inheritdoc/>
    public IndexVerification Verify(string folder)
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

    private static IndexWriter CreateWriter(string folder)
    {
        try
        {
            return IndexWriter.Create(folder, ProposalDocument.Settings);
        }
        catch (IndexDamagedException)
        {
            IndexDirectory.Discard(folder);
            return IndexWriter.Create(folder, ProposalDocument.Settings);
        }
    }
}
