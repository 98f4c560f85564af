using System.Text.Json;
using System.Text.Json.Nodes;
using ProposalSearch.Testing;

namespace ProposalSearch.ClusterProofs;

/// <summary>
/// Stands before a node and refuses single items of bulk requests, as a node does that has too much to do; all else is passed on.
/// </summary>
internal sealed class RefusingNode : IDisposable
{
    private readonly RelayNode _relay;
    private readonly Lock _gate = new();
    private Func<string, int> _refuse = static _ => 200;
    private int _requests;
    private int _items;
    private int _refused;

    /// <summary>Stands before a node.</summary>
    public RefusingNode(Uri node) => _relay = new RelayNode(node, AnswerAsync);

    /// <summary>Where it is.</summary>
    public Uri Address => _relay.Address;

    /// <summary>What was sent since it was told last what to refuse, and what of it was refused.</summary>
    public string Counts => FormattableString.Invariant($"{_requests} requests of {_items} items, {_refused} of these refused");

    /// <summary>Begins to refuse, and to count.</summary>
    /// <param name="refuse">From an item's line to the status of its answer; 200 where it is passed on.</param>
    public void Refuse(Func<string, int> refuse) => (_refuse, _requests, _items, _refused) = (refuse, 0, 0, 0);

    /// <inheritdoc/>
    public void Dispose() => _relay.Dispose();

    private Task<(int Status, string Body)> AnswerAsync(RelayedRequest request) =>
        request.Path.EndsWith("/_bulk", StringComparison.Ordinal) ? BulkAsync(request) : _relay.PassOnAsync(request);

    /// <summary>Passes on what is not refused, and answers for all in the order in which they came.</summary>
    private async Task<(int Status, string Body)> BulkAsync(RelayedRequest request)
    {
        var items = ItemsOf(request.Body);
        int[] statuses;
        lock (_gate)
        {
            statuses = [.. items.Select(item => _refuse(item))];
            (_requests, _items) = (_requests + 1, _items + items.Count);
            _refused += statuses.Count(static status => status != 200);
        }

        string passed = string.Concat(items.Where((_, at) => statuses[at] == 200));
        var (status, said) = passed.Length == 0 ? (200, """{"errors":false,"items":[]}""")
            : await _relay.PassOnAsync(request with { Body = passed });
        if (status != 200)
        {
            return (status, said);
        }

        var answer = JsonNode.Parse(said)!.AsObject();
        var taken = new Queue<JsonNode>(answer["items"]!.AsArray().Select(static item => item!.DeepClone()));
        answer["items"] = new JsonArray([.. statuses.Select(one => one == 200 ? taken.Dequeue() : Refusal(one))]);
        answer["errors"] = answer["errors"]!.GetValue<bool>() || statuses.Any(static one => one != 200);
        return (200, answer.ToJsonString());
    }

    private static JsonNode Refusal(int status) => JsonNode.Parse(JsonSerializer.Serialize(new
    {
        index = new
        {
            status,
            error = status == 429
                ? new { type = "rejected_execution_exception", reason = "rejected execution of primary operation" }
                : new { type = "mapper_parsing_exception", reason = "failed to parse field [o]" },
        },
    }))!;

    /// <summary>The items of a request: two lines each, one where something is to be removed.</summary>
    private static List<string> ItemsOf(string body)
    {
        var items = new List<string>();
        string[] lines = body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (int at = 0; at < lines.Length; at++)
        {
            bool isRemoval = lines[at].StartsWith("{\"delete\"", StringComparison.Ordinal);
            items.Add(isRemoval ? lines[at] + "\n" : lines[at] + "\n" + lines[++at] + "\n");
        }

        return items;
    }
}
