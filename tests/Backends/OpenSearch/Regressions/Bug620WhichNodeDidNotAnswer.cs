using System.Text;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// A search that a cluster did not answer was refused with the addresses of all nodes: nobody could tell which of them had said what.
/// </summary>
public sealed class Bug620WhichNodeDidNotAnswer
{
    private const string Part = """
        {"timed_out":false,"_shards":{"total":3,"successful":2,"failed":1,"failures":[{"shard":2,"reason":{"type":"node_gone"}}]}}
        """;

    private const string Failed = """{"error":{"type":"search_phase_execution_exception","reason":"all shards failed"},"status":503}""";

    [Theory]
    [InlineData(503, Failed, "status 503", "search_phase_execution_exception: all shards failed.")]
    [InlineData(200, Part, "Some shards", "node_gone")]
    public async Task Search_RefusedOrNotWhole_NamesTheNodeAndWhatItSaid(int status, string body, string how, string what)
    {
        using var node = new FakeNode((_, _) => (status, body));

        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(() => SearchAsync(node.Address));

        Assert.Contains($"{node.Address.GetLeftPart(UriPartial.Authority)}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(how, fault.Message, StringComparison.Ordinal);
        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OfNobody_NamesTheNodeAndTheFault()
    {
        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(() => SearchAsync(new Uri("http://127.0.0.1:1")));

        Assert.Contains("http://127.0.0.1:1: Connection refused", fault.Message, StringComparison.Ordinal);
    }

    private static async Task SearchAsync(Uri node)
    {
        var settings = new OpenSearchSettings { Nodes = [node] };
        using var cluster = new ClusterClient(new ClusterConnection(settings), settings);
        await cluster.SearchAsync("proposals", Encoding.UTF8.GetBytes("{}"), TimeLimit.None);
    }
}
