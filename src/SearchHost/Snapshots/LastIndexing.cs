using ProposalSearch.Indexing;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>What became of the files when this host last indexed them. Thread-safe.</summary>
internal sealed class LastIndexing
{
    private volatile IndexingReport? _report;

    /// <summary>The report; <see langword="null"/> where the host found an index that was up to date.</summary>
    public IndexingReport? Report
    {
        get => _report;
        set => _report = value;
    }
}
