using System.Text;
using System.Text.Json;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Cluster;

/// <summary>What a cluster says when it refuses something, in the words of the contract.</summary>
internal static class ClusterErrors
{
    private const int MostCharacters = 500;

    /// <summary>What the server says of an index that was closed to writes, so that another is made of it. Disks are others.</summary>
    private const string TakenUp = "[FORBIDDEN/8/";

    /// <summary>The error of an answer.</summary>
    public static IndexUnavailableException Of(ClusterAnswer answer)
    {
        string[] types = [.. TypesOf(answer)];
        string said = FormattableString.Invariant($"{Of(answer.Node)}status {answer.Status}, {Reason(answer)}");
        return types.Contains("index_not_found_exception")
            ? new(IndexUnavailableReason.Absent, $"The cluster no longer has the index: {said} Open what was published since.")
            : types.Any(IsBlock)
                ? Blocked(said)
                : answer.Status == 401
                    ? new(
                        IndexUnavailableReason.Inaccessible,
                        $"The cluster does not know this name with this password: {said} Set ProposalSearch__OpenSearch__User, and "
                            + "ProposalSearch__OpenSearch__Password or ProposalSearch__OpenSearch__PasswordFile.")
                : answer.Status == 403
                    ? new(
                        IndexUnavailableReason.Inaccessible,
                        $"The cluster does not let this user do that: {said} Give the user the right to, or name another one.")
                    : new(
                        SearchAnswers.MayPass(answer) ? IndexUnavailableReason.Unreachable : IndexUnavailableReason.Inaccessible,
                        $"The cluster refused a request: {said}");
    }

    /// <summary>A cluster that takes no writes, or an index that another build went on with.</summary>
    public static IndexUnavailableException Blocked(object said) => new(
        IndexUnavailableReason.Inaccessible,
        said.ToString()!.Contains(TakenUp, StringComparison.Ordinal)
            ? $"Another indexer went on with the index that was being made here, for it was heard nothing of for minutes: {said} What was "
                + "published before is searched as it was. Wait until the other has published, then index again."
            : $"The cluster takes no writes: {said} Probably a disk of it is full: make room, then index again. What was published before "
                + "is searched as it was.");

    /// <summary>Whether a kind of error says that nothing may be written, such as where disks are full, or no index may be made.</summary>
    public static bool IsBlock(string type) => type is "cluster_block_exception" or "index_create_block_exception";

    /// <summary>The kinds of error that an answer names, from the outermost on.</summary>
    public static IEnumerable<string> TypesOf(ClusterAnswer answer) =>
        Error(answer) is { ValueKind: JsonValueKind.Object } error ? TypesOf(error) : [];

    /// <summary>The kinds that an error names, with those of its causes.</summary>
    public static IEnumerable<string> TypesOf(JsonElement error) => Errors(error).Select(static one => one.Type);

    /// <summary>Who said something, before what was said.</summary>
    public static string Of(string node) => node.Length > 0 ? node + ": " : "";

    private static JsonElement? Error(ClusterAnswer answer)
    {
        try
        {
            return SearchAnswers.Parse(answer.Body) is { ValueKind: JsonValueKind.Object } body
                && body.TryGetProperty("error", out var error) ? error : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Each kind of error once, with the sentence that goes with it; what is no error of the usual form as it is.</summary>
    private static string Reason(ClusterAnswer answer)
    {
        var error = Error(answer);
        string[] said =
        [
            .. (error is { } known ? Errors(known) : [])
                .Select(static one => one.Sentence is { } sentence ? $"{one.Type}: {sentence}" : one.Type).Distinct(StringComparer.Ordinal),
        ];
        string text = said.Length > 0 ? string.Join("; ", said) : error?.ToString() ?? Encoding.UTF8.GetString(answer.Body);
        return ShortText.Of(text, MostCharacters).TrimEnd('.', ';') + ".";
    }

    /// <summary>An error and its causes, each with its kind, and with the sentence that goes with it if there is one.</summary>
    private static IEnumerable<(string Type, string? Sentence)> Errors(JsonElement error)
    {
        if (error.ValueKind == JsonValueKind.Array)
        {
            return error.EnumerateArray().SelectMany(Errors);
        }

        if (error.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        (string, string?)[] own = Text(error, "type") is { } type ? [(type, Text(error, "reason"))] : [];
        return own.Concat(error.EnumerateObject()
            .Where(static property => property.Name is "root_cause" or "caused_by" or "failed_shards" or "reason")
            .SelectMany(static property => Errors(property.Value)));
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
