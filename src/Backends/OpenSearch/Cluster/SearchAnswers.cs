using System.Text.Json;
using ProposalSearch.Foundation.Texts;

namespace ProposalSearch.Backends.OpenSearch.Cluster;

/// <summary>Whether an answer to a search is the whole one, and whether it pays to ask again.</summary>
internal static class SearchAnswers
{
    private const int MostCharacters = 500;

    /// <summary>The JSON of a body.</summary>
    public static JsonElement Parse(byte[] body) => JsonElement.Parse(body.AsSpan());

    /// <summary>Whether every shard answered, in time.</summary>
    public static bool IsWhole(JsonElement answer)
    {
        bool isLate = answer.TryGetProperty("timed_out", out var late) && late.GetBoolean();
        return !isLate && answer.TryGetProperty("_shards", out var shards) && Number(shards, "failed") == 0
            && Number(shards, "successful") == Number(shards, "total");
    }

    /// <summary>Whether there is an answer for each document that was asked for, be it that there is none.</summary>
    public static bool HasEach(JsonElement answer) => answer.TryGetProperty("docs", out var documents)
        && !documents.EnumerateArray().Any(static document => document.TryGetProperty("error", out _));

    /// <summary>What an answer that is not whole says of what it lacks, in short.</summary>
    public static string WhatIsMissing(ClusterAnswer answer)
    {
        var body = Parse(answer.Body);
        string said = body.TryGetProperty("_shards", out var shards) ? shards.ToString()
            : body.TryGetProperty("docs", out var documents)
                ? documents.EnumerateArray().FirstOrDefault(static document => document.TryGetProperty("error", out _)).ToString()
            : "no shards are named";
        string late = body.TryGetProperty("timed_out", out var timedOut) && timedOut.ValueKind == JsonValueKind.True ? "timed out, " : "";
        return late + ShortText.Of(said, MostCharacters);
    }

    /// <summary>Whether the fault may have passed in a moment: a node went, or has too much to do.</summary>
    public static bool MayPass(ClusterAnswer answer) => answer.Status is 429 or 502 or 503 or 504
        || (answer.Status == 500 && ClusterErrors.TypesOf(answer).Any(static type =>
            type is "node_disconnected_exception" or "node_not_connected_exception" or "node_closed_exception"
                or "no_shard_available_action_exception" or "connect_transport_exception" or "receive_timeout_transport_exception"));

    private static int Number(JsonElement parent, string name) => parent.TryGetProperty(name, out var number) ? number.GetInt32() : -1;
}
