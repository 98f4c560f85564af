using System.Text;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Foundation.Timing;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// Each search opened a connection of its own, which stayed open for minutes: the transport keeps connections apart by how long a request
/// may take, and each search had another time left. Now there are few such times.
/// </summary>
public sealed class Bug473AConnectionASearch
{
    private const string Whole = """{"timed_out":false,"_shards":{"total":1,"successful":1,"failed":0} }""";

    [Fact]
    public async Task Searches_OneAfterTheOther_ShareConnections()
    {
        using var node = new FakeNode((_, _) => (200, Whole));
        var settings = new OpenSearchSettings { Nodes = [node.Address] };
        using var cluster = new ClusterClient(new ClusterConnection(settings), settings);
        for (int i = 0; i < 60; i++)
        {
            var limit = new TimeLimit(TimeSpan.FromMilliseconds(30_000 + (i * 7)), TimeProvider.System, CancellationToken.None);
            await cluster.SearchAsync("proposals", Encoding.UTF8.GetBytes("{}"), limit);
        }

        Assert.InRange(node.Clients.Count, 1, 5);
    }

    [Theory]
    [InlineData(3, 250)]
    [InlineData(1_333, 1_250)]
    [InlineData(9_900, 8_000)]
    [InlineData(60_000, 60_000)]
    public void Patience_IsOneOfFewTimes(int milliseconds, int step) =>
        Assert.Equal(TimeSpan.FromMilliseconds(step), Patience.Of(TimeSpan.FromMilliseconds(milliseconds)));
}
