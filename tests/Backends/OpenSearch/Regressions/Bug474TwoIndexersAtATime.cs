using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// Of two indexers at the same time the slower one published last, though it had read the archive first: what had changed in between was
/// gone from the index until somebody indexed again. Now it is told that somebody else published.
/// </summary>
public sealed class Bug474TwoIndexersAtATime : INeedsCluster, IDisposable
{
    private readonly string _location = TestLocations.New();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Indexer_ThatBeganBeforeAnotherPublished_IsToldSo(bool isFirst)
    {
        var store = TestLocations.Store;
        if (!isFirst)
        {
            await using var earlier = await store.CreateAsync(_location, new IndexSettings());
            await earlier.PublishAsync([]);
        }

        await using var slow = await store.CreateAsync(_location, new IndexSettings());
        await using var quick = await store.CreateAsync(_location, new IndexSettings());
        await quick.AddAsync(new IndexDocument { Id = "new" });
        await quick.PublishAsync([]);

        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(async () => await slow.PublishAsync([]));

        Assert.Equal(IndexUnavailableReason.Locked, fault.Reason);
        using var index = await store.OpenAsync(_location);
        Assert.Equal(1, index.Identity.Documents);
    }

    /// <inheritdoc/>
    public void Dispose() => TestLocations.Remove(_location);
}
