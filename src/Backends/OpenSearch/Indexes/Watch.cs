using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>
/// Looks now and then whether an alias still stands for an index, without having anybody wait: a look answers what the one before it found.
/// Thread-safe.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="index">The index.</param>
/// <param name="alias">The alias.</param>
internal sealed class Watch(ClusterClient cluster, string index, string alias)
{
    /// <summary>Whoever asks whether this host is ready does not wait for long.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<string?> _look = Task.FromResult<string?>(null);

    /// <summary>A sentence where the alias stands for another index; <see langword="null"/> where it does not, or nobody answers.</summary>
    public string? Find()
    {
        lock (_gate)
        {
            string? found = _look is { IsCompletedSuccessfully: true } done ? done.Result : null;
            if (_look.IsCompleted && found is null)
            {
                _look = LookAsync();
            }

            return found;
        }
    }

    /// <summary>Why searches cannot be answered; <see langword="null"/> where they can.</summary>
    public async ValueTask<string?> FindObstacleAsync(CancellationToken cancellation)
    {
        try
        {
            var health = await cluster.AskAsync("GET", $"/_cluster/health/{index}?timeout=0s", default, _patience, cancellation)
                .ConfigureAwait(false);
            return health.GetProperty("status").GetString() == "red"
                ? $"Parts of the index {index} are on no node of the cluster." : null;
        }
        catch (IndexUnavailableException fault)
        {
            return fault.Message;
        }
    }

    private async Task<string?> LookAsync()
    {
        try
        {
            var found = await cluster.FindAsync($"/_alias/{alias}", CancellationToken.None).ConfigureAwait(false);
            return found is { } aliases && !aliases.TryGetProperty(index, out _)
                ? $"The alias {alias} no longer stands for the index {index}." : null;
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }
}
