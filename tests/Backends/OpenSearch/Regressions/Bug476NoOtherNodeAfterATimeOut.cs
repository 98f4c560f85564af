using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// Where a node took all its time without an answer, such as one that was just started again, no other was asked: for the transport all
/// tries together had as long as one. Twelve of 2,128 searches failed so, beside a node that was killed and came back.
/// </summary>
public sealed class Bug476NoOtherNodeAfterATimeOut : IDisposable
{
    private readonly ManualResetEventSlim _end = new();

    [Fact]
    public async Task Request_ToANodeThatDoesNotAnswer_GoesToAnother()
    {
        int asked = 0;
        FakeNode Node() => new((_, _) =>
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                _end.Wait(TimeSpan.FromSeconds(20));
            }

            return (200, "{}");
        });
        using FakeNode one = Node(), other = Node();
        using var cluster = new ClusterConnection(new OpenSearchSettings
        {
            Nodes = [one.Address, other.Address],
            Patience = TimeSpan.FromSeconds(5),
        });

        var answer = await cluster.SendAsync("GET", "/_cluster/health", default, null, CancellationToken.None);

        Assert.True(answer.IsDone);
        Assert.Equal(2, asked);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Set();
        _end.Dispose();
    }
}
