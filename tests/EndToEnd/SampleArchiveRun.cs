using ProposalSearch.Indexing;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.Testing;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>Makes an index of the sample archive, hostile texts included.</summary>
public sealed class SampleArchiveRun(SearchBackend backend, string folder) : IIndexingRun
{
    public string Fingerprint() => SampleArchive.Metadata.Fingerprint;

    public Task<IndexingReport> RunAsync(CancellationToken cancellation)
    {
        using var builder = backend.Build(folder, SampleArchive.Metadata.Facets);
        foreach (var proposal in SampleArchive.Proposals.OrderBy(proposal => proposal.Id, StringComparer.Ordinal))
        {
            builder.Add(proposal);
        }

        builder.Commit(SampleArchive.Metadata);
        var count = SampleArchive.Proposals.Count;
        return Task.FromResult(new IndexingReport
        {
            Read = count,
            Indexed = count,
            Unpublished = 0,
            Failed = [],
            Warnings = [],
            InferredRoles = [],
            Wordings = [],
            Elapsed = TimeSpan.Zero,
        });
    }
}
