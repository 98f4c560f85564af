using ProposalSearch.Indexing;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>Makes the index of the configured folders.</summary>
internal interface IIndexingRun
{
    /// <summary>Today's fingerprint of the sources.</summary>
    string Fingerprint();

    /// <summary>Builds and publishes.</summary>
    Task<IndexingReport> RunAsync(CancellationToken cancellation);
}

/// <summary>The same pipeline as the indexer's.</summary>
internal sealed class PipelineRun(Folders folders, SearchBackend backend, TimeProvider time) : IIndexingRun
{
    /// <inheritdoc/>
    public string Fingerprint() => IndexingPipeline.Fingerprint(folders.ForIndexing);

    /// <inheritdoc/>
    public Task<IndexingReport> RunAsync(CancellationToken cancellation)
        => IndexingPipeline.RunAsync(folders.ForIndexing, backend, time, progress: null, cancellation);
}
