using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// Where the alias stood for a new index and the answer that said so was lost, the build took it for unpublished and removed it: nothing
/// could be searched until the next build.
/// </summary>
public sealed class Bug650TheAnswerOfASwitchIsLost : INeedsCluster, IDisposable
{
    private readonly string _location = TestLocations.New();

    [Fact]
    public async Task Index_ThatTheAliasMayStandFor_IsNotRemoved()
    {
        using var node = new NodeBefore((_, _) => null) { Loses = request => request == "POST /_aliases" };
        using var store = new OpenSearchStore(TestCluster.Settings with { Nodes = [node.Address] });
        await using (var writer = await store.CreateAsync(_location, new IndexSettings()))
        {
            await writer.DeclareAsync([]);
            await writer.AddAsync(new IndexDocument { Id = "a", Sections = { new Section(0, "a river") } });
            await Assert.ThrowsAsync<IndexUnavailableException>(async () => await writer.PublishAsync([]));
        }

        using var reader = await TestLocations.Store.OpenAsync(_location);
        Assert.Equal(1, reader.Identity.Documents);
    }

    public void Dispose() => TestLocations.Remove(_location);
}
