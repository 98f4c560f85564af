using System.Text;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>An answer is whole, or it is an error.</summary>
public sealed class WholeAnswerTests
{
    private const string Whole = """{"timed_out":false,"_shards":{"total":3,"successful":3,"failed":0},"hits":{"total":{"value":7}}}""";
    private const string Part = """{"timed_out":false,"_shards":{"total":3,"successful":2,"failed":1},"hits":{"total":{"value":5}}}""";
    private const string Late = """{"timed_out":true,"_shards":{"total":3,"successful":3,"failed":0},"hits":{"total":{"value":5}}}""";

    [Theory]
    [InlineData(200, Part)]
    [InlineData(200, Late)]
    [InlineData(429, """{"error":{"type":"rejected_execution_exception","reason":"queue"},"status":429}""")]
    [InlineData(503, """{"error":{"type":"search_phase_execution_exception","reason":"all shards failed"},"status":503}""")]
    [InlineData(500, """{"error":{"type":"search_phase_execution_exception","caused_by":{"type":"node_disconnected_exception"}}}""")]
    public async Task Search_NotAnsweredWhole_IsAskedAgain(int status, string body)
    {
        int asked = 0;
        using var node = new FakeNode((_, _) => ++asked < 3 ? (status, body) : (200, Whole));

        var answer = await SearchAsync(TimeLimit.None, node.Address);

        Assert.Equal(7, answer);
        Assert.InRange(asked, 3, 4);
    }

    [Fact]
    public async Task Search_NeverAnsweredWhole_IsAnError()
    {
        using var node = new FakeNode((_, _) => (200, Part));

        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(() => SearchAsync(TimeLimit.None, node.Address));

        Assert.Equal(IndexUnavailableReason.Unreachable, fault.Reason);
    }

    [Fact]
    public async Task Search_WithoutTime_EndsWithIt()
    {
        using var node = new FakeNode((_, _) => (200, Part));
        var limit = new TimeLimit(TimeSpan.FromMilliseconds(30), TimeProvider.System, CancellationToken.None);

        await Assert.ThrowsAsync<TimeExceededException>(() => SearchAsync(limit, node.Address));
    }

    [Fact]
    public async Task Search_OfANodeThatIsGone_IsAnsweredByAnother()
    {
        using var node = new FakeNode((_, _) => (200, Whole));

        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(7, await SearchAsync(TimeLimit.None, new Uri("http://127.0.0.1:1"), node.Address));
        }
    }

    private static async Task<int> SearchAsync(TimeLimit limit, params Uri[] nodes)
    {
        var settings = new OpenSearchSettings { Nodes = nodes };
        using var cluster = new ClusterClient(new ClusterConnection(settings), settings);
        var answer = await cluster.SearchAsync("proposals", Encoding.UTF8.GetBytes("{}"), limit);
        return answer.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt32();
    }
}
