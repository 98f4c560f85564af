using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>Has the cluster make an index of a name that nobody else takes.</summary>
internal static class NewIndex
{
    /// <summary>Makes it.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="path">Where the request goes, its last part the name.</param>
    /// <param name="body">Settings, mapping.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>
    /// What the cluster answered; <see langword="null"/> where the index is there already: an answer was lost and the request sent again.
    /// </returns>
    /// <exception cref="IndexUnavailableException">The cluster refuses it.</exception>
    public static async ValueTask<JsonElement?> MakeAsync(
        ClusterClient cluster, string path, ReadOnlyMemory<byte> body, TimeSpan patience, CancellationToken cancellation)
    {
        var answer = await cluster.SendAsync("PUT", path, body, patience, cancellation).ConfigureAwait(false);
        return answer.IsDone ? SearchAnswers.Parse(answer.Body)
            : ClusterErrors.TypesOf(answer).Contains("resource_already_exists_exception") ? null
            : throw ClusterErrors.Of(answer);
    }
}
