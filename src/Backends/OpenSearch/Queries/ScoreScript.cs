using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;

namespace ProposalSearch.Backends.OpenSearch.Queries;

/// <summary>
/// From a frequency to a score: <see cref="Retrieval.Scoring.Bm25.Score"/>, with its arithmetic, for the server. One text for all queries,
/// so that it is compiled once.
/// </summary>
internal static class ScoreScript
{
    private const string Source =
        "float w = (float)params.w; float a = (float)params.a; float n = (float)doc['" + Fields.Length + "'].value;"
            + " return w - w / (1f + (float)_score * (1f / (1.2f * (0.25f + 0.75f * n / a))));";

    /// <summary>What scores by a frequency.</summary>
    /// <param name="weight">Boost times rarity; what is no number counts as 0.</param>
    /// <param name="averageLength">The length of documents on average.</param>
    /// <param name="leaves">How many queries without parts it is.</param>
    /// <param name="frequency">Writes the query whose score is the frequency, as an object.</param>
    public static LeafClause Of(float weight, float averageLength, int leaves, Action<Utf8JsonWriter> frequency) => new(
        writer => writer.Member("script_score", score =>
        {
            score.WritePropertyName("query");
            frequency(score);
            score.Member("script", script =>
            {
                script.WriteString("source", Source);
                script.Member("params", parameters =>
                {
                    parameters.WriteNumber("w", float.IsFinite(weight) ? weight : 0);
                    parameters.WriteNumber("a", averageLength);
                });
            });
        }),
        weight,
        leaves);
}
