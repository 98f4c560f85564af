using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// The alias stood for a new index before its copies were made: a node that was lost in the seconds after a publication took a part of it
/// along, and searches failed until it came back.
/// </summary>
public sealed class Bug470CopiesAfterTheSwitch
{
    [Fact]
    public async Task Alias_IsSwitched_WhenTheCopiesAreThere()
    {
        int waits = 0;
        using var node = new FakeNode((request, _) => (200, Answer(request, () => ++waits)));
        using var store = new OpenSearchStore(new OpenSearchSettings { Nodes = [node.Address], Shards = 2, Replicas = 1 });
        await using var writer = await store.CreateAsync("proposals", new IndexSettings());
        await writer.PublishAsync([]);

        int first = node.Requests.FindIndex(request => request.Contains("/_cluster/health", StringComparison.Ordinal));
        int last = node.Requests.FindLastIndex(request => request.Contains("/_cluster/health", StringComparison.Ordinal));
        int copies = node.Requests.FindIndex(request => request.EndsWith("/_settings", StringComparison.Ordinal));
        int written = node.Requests.FindIndex(request => request.EndsWith("/_flush", StringComparison.Ordinal));
        int switched = node.Requests.IndexOf("POST /_aliases");

        // Copies are of files: what is not yet written could not be sent to them.
        int[] order = [written, copies, first, last, switched];
        Assert.True(written >= 0 && order.SequenceEqual(order.Distinct().Order()), string.Join('\n', node.Requests));
        Assert.Equal(4, waits); // How many nodes there are; then three looks, until they are there.
    }

    private static string Answer(string request, Func<int> wait) => request switch
    {
        "GET /" => """{"version":{"distribution":"opensearch","number":"2.19.6"} }""",
        "GET /proposals" or "GET /proposals-*" => "{}",
        _ when request.EndsWith("/_bulk", StringComparison.Ordinal) => """{"errors":false,"items":[]}""",
        _ when request.EndsWith("/_count", StringComparison.Ordinal) => """{"count":0,"_shards":{"failed":0} }""",
        _ when request.EndsWith("/_refresh", StringComparison.Ordinal) => """{"_shards":{"failed":0} }""",
        _ when request.EndsWith("/_flush", StringComparison.Ordinal) => """{"_shards":{"failed":0} }""",
        _ when request.StartsWith("GET /_cluster/health", StringComparison.Ordinal) => wait() < 4
            ? """{"timed_out":true,"number_of_data_nodes":3,"active_shards":2,"initializing_shards":1}"""
            : """{"timed_out":false,"number_of_data_nodes":3,"active_shards":2,"initializing_shards":0}""",
        _ => """{"acknowledged":true,"shards_acknowledged":true}""",
    };
}
