using System.Text;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Foundation.Timing;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// On a machine with much to do, a search that took a node more than ten seconds was given up and sent to the next, which took as long: all
/// worked for nothing, and the search failed though it had time. A node has two thirds of a search's time now.
/// </summary>
public sealed class Bug475SlowNodesAskedTwice : IDisposable
{
    private readonly ManualResetEventSlim _end = new();

    private const string Whole = """{"timed_out":false,"_shards":{"total":1,"successful":1,"failed":0} }""";

    [Fact]
    public async Task Search_OfASlowNode_IsWaitedForAsLongAsItMayTake()
    {
        var asked = new List<int>();
        FakeNode Node(int number) => new((_, _) =>
        {
            lock (asked)
            {
                asked.Add(number);
            }

            _end.Wait(TimeSpan.FromSeconds(1));
            return (200, Whole);
        });
        using FakeNode one = Node(1), other = Node(2);
        var settings = new OpenSearchSettings { Nodes = [one.Address, other.Address], Patience = TimeSpan.FromMilliseconds(200) };
        using var cluster = new ClusterClient(new ClusterConnection(settings), settings);

        await cluster.SearchAsync(
            "proposals", Encoding.UTF8.GetBytes("{}"), new TimeLimit(TimeSpan.FromMinutes(2), TimeProvider.System, CancellationToken.None));

        Assert.Single(asked);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Set();
        _end.Dispose();
    }
}
