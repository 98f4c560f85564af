using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>A cluster that is dead refuses at once, and is well again by itself.</summary>
public sealed class BreakerTests
{
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Requests_ToADeadCluster_AreRefusedWithoutWaiting_UntilANodeAnswers()
    {
        bool isAlive = false;
        int asked = 0;
        using var breaker = new Breaker(
            _ =>
            {
                Interlocked.Increment(ref asked);
                return new(Volatile.Read(ref isAlive));
            },
            TimeProvider.System);

        Assert.True(breaker.Lets());
        breaker.Suspect();
        await UntilAsync(() => !breaker.Lets());
        await UntilAsync(() => Volatile.Read(ref asked) > 2);
        Volatile.Write(ref isAlive, true);
        await UntilAsync(() => breaker.Lets() && breaker.Lets());
    }

    [Fact]
    public async Task Requests_ToADeadCluster_AreLetThroughNowAndThen_AndOneThatIsAnsweredEndsIt()
    {
        using var breaker = new Breaker(static _ => new(false), TimeProvider.System);

        breaker.Suspect();
        await UntilAsync(() => !breaker.Lets());
        await UntilAsync(breaker.Lets);
        breaker.Answered();

        Assert.True(breaker.Lets());
        Assert.True(breaker.Lets());
    }

    [Fact]
    public async Task Requests_AreSentAgain_WhenTheClusterIsBack()
    {
        var address = AddressOfNobody();
        var settings = new OpenSearchSettings { Nodes = [address] };
        using var cluster = new ClusterConnection(settings);
        for (int i = 0; i < 3; i++)
        {
            var fault = await Assert.ThrowsAsync<IndexUnavailableException>(() => AskAsync(cluster));
            Assert.Equal(IndexUnavailableReason.Unreachable, fault.Reason);
        }

        using var node = new FakeNode((_, _) => (200, "{}"), address.Port);
        await UntilAsync(() => IsAnsweredAsync(cluster).GetAwaiter().GetResult());
    }

    private static async Task<bool> IsAnsweredAsync(ClusterConnection cluster)
    {
        try
        {
            return (await AskAsync(cluster)).IsDone;
        }
        catch (IndexUnavailableException)
        {
            return false;
        }
    }

    private static Task<ClusterAnswer> AskAsync(ClusterConnection cluster) =>
        cluster.SendAsync("GET", "/_cluster/health", default, null, CancellationToken.None).AsTask();

    private static Uri AddressOfNobody()
    {
        using var node = new FakeNode((_, _) => (200, "{}"));
        return node.Address;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var end = new CancellationTokenSource(_most);
        while (!isSo())
        {
            await Task.Delay(20, end.Token);
        }
    }
}
