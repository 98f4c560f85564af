using ProposalSearch.Backends.OpenSearch.Cluster;

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>Names of indexes for tests, and their removal.</summary>
internal static class TestLocations
{
    private static int _count;

    /// <summary>A store on the cluster of the tests, shared by all of them.</summary>
    public static OpenSearchStore Store { get; } = new(TestCluster.Settings);

    /// <summary>A name that no index has.</summary>
    public static string New() => FormattableString.Invariant($"test{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");

    /// <summary>The names of all indexes behind a name.</summary>
    public static async Task<string[]> EditionsAsync(string location)
    {
        using var cluster = new ClusterClient(new ClusterConnection(TestCluster.Settings), TestCluster.Settings);
        var found = await cluster.AskAsync("GET", $"/{location}-*/_alias");
        return [.. found.EnumerateObject().Select(index => index.Name)];
    }

    /// <summary>Removes all indexes behind a name.</summary>
    public static void Remove(string location)
    {
        using var cluster = new ClusterConnection(TestCluster.Settings);
        cluster.SendAsync("DELETE", $"/{location}-*", default, TimeSpan.FromMinutes(1), CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
    }
}
