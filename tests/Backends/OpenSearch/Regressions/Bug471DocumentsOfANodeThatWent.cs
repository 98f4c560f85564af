using System.Text;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// Where a node went between the search and the reading of its hits, the answer had an error in place of a document and the status 200: it
/// was taken for damage of the index, which the host then built anew. Now it is asked for again, as a search is.
/// </summary>
public sealed class Bug471DocumentsOfANodeThatWent
{
    private const string Gone = """{"docs":[{"_id":"1","error":{"type":"no_shard_available_action_exception"} }]}""";

    [Fact]
    public async Task Documents_OfAPartThatDidNotAnswer_AreAskedForAgain()
    {
        int asked = 0;
        using var node = new FakeNode((_, _) => (200, ++asked < 4 ? Gone : """{"docs":[{"_id":"1","found":false}]}"""));

        var answer = await ReadAsync(node);

        Assert.False(answer.GetProperty("docs")[0].GetProperty("found").GetBoolean());
    }

    [Fact]
    public async Task Documents_ThatNeverCome_AreNotTakenForDamage()
    {
        using var node = new FakeNode((_, _) => (200, Gone));

        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(() => ReadAsync(node));

        Assert.Equal(IndexUnavailableReason.Unreachable, fault.Reason);
    }

    private static async Task<System.Text.Json.JsonElement> ReadAsync(FakeNode node)
    {
        var settings = new OpenSearchSettings { Nodes = [node.Address] };
        using var cluster = new ClusterClient(new ClusterConnection(settings), settings);
        return await cluster.ReadAsync("proposals", Encoding.UTF8.GetBytes("{}"), TimeLimit.None);
    }
}
