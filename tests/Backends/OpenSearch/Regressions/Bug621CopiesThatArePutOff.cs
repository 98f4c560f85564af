using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// Where a cluster put copies off since it made others at the moment, the index was published without: a node that went then took the only
/// copy with it.
/// </summary>
public sealed class Bug621CopiesThatArePutOff
{
    private const string PutOff = "throttled";
    private const string NoPlace = "no";

    [Theory]
    [InlineData(PutOff, 3)]
    [InlineData(NoPlace, 1)]
    public async Task Copies_ThatArePutOff_AreWaitedFor_AndThoseWithoutAPlaceAreNot(string can, int waits)
    {
        int asked = 0;
        using var node = new FakeNode((request, _) => request switch
        {
            "GET /_cluster/health/proposals" => (200, Health(isLate: asked++ is > 0 and < 3)),
            "POST /_cluster/allocation/explain" => (200, $$"""{"current_state":"unassigned","can_allocate":"{{can}}"}"""),
            _ => (200, """{"_shards":{"failed":0} }"""),
        });
        var settings = new OpenSearchSettings { Nodes = [node.Address] };
        using var cluster = new ClusterClient(new ClusterConnection(settings), settings);

        var told = new List<int>();
        await new Copies(cluster).MakeAsync("proposals", shards: 2, copies: 1, Tell, CancellationToken.None);

        Assert.Equal(1 + waits, asked);
        Assert.Equal(Enumerable.Repeat(2, waits - 1), told);

        ValueTask Tell(int left)
        {
            told.Add(left);
            return default;
        }
    }

    private static string Health(bool isLate) => $$"""
        {"timed_out":{{(isLate ? "true" : "false")}},"number_of_data_nodes":3,"active_shards":2,"initializing_shards":0}
        """;
}
