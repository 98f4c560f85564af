using ProposalSearch.Indexing;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.Testing;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>Makes an index of the sample archive, and counts how often.</summary>
public sealed class SampleRun(SearchBackend backend, string folder) : IIndexingRun
{
    private readonly TaskCompletionSource _let = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Runs { get; private set; }

    public bool Waits { get; init; }

    public string Today { get; set; } = SampleArchive.Metadata.Fingerprint;

    /// <summary>Why nothing can be indexed, or <see langword="null"/> where it can.</summary>
    public Exception? Obstacle { get; set; }

    public IReadOnlyList<SourceFault> Failed { get; set; } = [];

    public string Fingerprint() => Today;

    public void Let() => _let.SetResult();

    public Task<IndexingReport> RunAsync(CancellationToken cancellation) => Task.FromResult(Run(cancellation));

    public IndexingReport Run(CancellationToken cancellation)
    {
        if (Waits)
        {
            _let.Task.Wait(TimeSpan.FromSeconds(30), cancellation);
        }

        Runs++;
        if (Obstacle is not null)
        {
            throw Obstacle;
        }

        using var builder = backend.Build(folder, SampleArchive.Metadata.Facets);
        foreach (var proposal in SampleArchive.Proposals.OrderBy(proposal => proposal.Id, StringComparer.Ordinal))
        {
            builder.Add(proposal);
        }

        builder.Commit(SampleArchive.Metadata with { Fingerprint = Today });
        return new IndexingReport
        {
            Read = SampleArchive.Proposals.Count,
            Indexed = SampleArchive.Proposals.Count,
            Unpublished = 0,
            Failed = Failed,
            Warnings = [],
            InferredRoles = [],
            Wordings = [],
            Elapsed = TimeSpan.FromSeconds(1),
        };
    }
}
