using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search;

namespace ProposalSearch.Testing;

/// <summary>An opened index of a few proposals in a folder of its own; gone when the test is over.</summary>
public sealed class TemporaryIndex : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("proposalsearch-").FullName;

    /// <summary>An index of these proposals, in any order.</summary>
    public TemporaryIndex(IEnumerable<Proposal> proposals, IndexMetadata metadata, params IReadOnlyList<IndexBlob> blobs)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var backend = BlockingCalls.TestedEngine();
        using (var builder = backend.Build(_folder, metadata.Facets))
        {
            foreach (var proposal in proposals.OrderBy(static proposal => proposal.Id, StringComparer.Ordinal))
            {
                builder.Add(proposal);
            }

            builder.Commit(metadata, blobs);
        }

        Index = backend.Open(_folder);
    }

    /// <summary>The index.</summary>
    public ProposalIndex Index { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
