using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ProposalSearch.SearchHost.Tests.Describing;

/// <summary>
/// A request made from the description of an operation: as described, or with something wrong in it. The same seed makes the same.
/// </summary>
internal sealed class GeneratedRequest
{
    private static readonly string[] Words =
    [
        "poverty", "college success", "\"leave poverty\"", "educat*", "families OR homes", "evaluation:count", "plain", "a", "", "2015",
        "2015..2016", "~missing", "learn", "Central LA", "1", "title", "povrety", "(((", "水 ü \u0000", "year:>2010 -x", "proposal 1",
    ];

    private static readonly string[] Wrong =
    [
        "-1", "0", "99999999999999999999", "1.5", "maybe", "true", "best", "..", "9..1", "<script>", "%", "\u0001", "=1+1", "null", "[]",
    ];

    private static readonly string[] Ids =
        ["2015/lift-la", "2015/lift-la/", "2015%2Flift-la", "nothing-but-a-title", "none", "a/b/similar"];

    private readonly Random _random;

    private GeneratedRequest(Random random) => _random = random;

    public required string Method { get; init; }

    public required string Address { get; init; }

    public string? Body { get; private set; }

    /// <summary>Whether the answer that the client has is any.</summary>
    public bool KnowsAnswer { get; private init; }

    /// <summary>The request of this seed.</summary>
    public static GeneratedRequest Of(JsonNode operation, string method, string path, int seed)
    {
        var random = new Random(seed);
        var isWrong = random.Next(3) == 0;
        var parts = new GeneratedRequest(random) { Method = method, Address = "" };
        var parameters = operation["parameters"]?.AsArray().Select(one => one!.AsObject()).ToList() ?? [];
        var query = parameters.Where(one => (string?)one["in"] == "query").Where(_ => random.Next(parameters.Count) < 3)
            .SelectMany(one => parts.Values(one, isWrong)).ToList();
        if (isWrong && random.Next(4) == 0)
        {
            query.Add($"{Wrong[random.Next(Wrong.Length)]}=1");
        }

        var address = parameters.Where(one => (string?)one["in"] == "path")
            .Aggregate(path, (filled, one) => filled.Replace($"{{{(string?)one["name"]}}}", parts.PathPart(one), StringComparison.Ordinal));
        return new GeneratedRequest(random)
        {
            Method = method,
            Address = query.Count == 0 ? address : $"{address}?{string.Join('&', query)}",
            Body = operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? parts.Json(schema, isWrong) : null,
            KnowsAnswer = random.Next(20) == 0,
        };
    }

    public override string ToString() => $"{Method} {Address} {Body}";

    private string PathPart(JsonObject parameter)
        => (string?)parameter["name"] == "file" ? new[] { (string)parameter["example"]!, "writer.lock", "none" }[_random.Next(3)]
            : (string?)parameter["name"] == "id" ? Ids[_random.Next(Ids.Length)]
            : _random.Next(5) == 0 ? "none" : new[] { "year", "category", "area", "sort" }[_random.Next(4)];

    private IEnumerable<string> Values(JsonObject parameter, bool isWrong)
    {
        var schema = parameter["schema"]!;
        var times = isWrong && _random.Next(5) == 0 ? 2 : (string?)schema["type"] == "array" ? _random.Next(1, 3) : 1;
        for (var turn = 0; turn < times; turn++)
        {
            var value = isWrong && _random.Next(3) == 0 ? Wrong[_random.Next(Wrong.Length)] : Value(schema["items"] ?? schema);
            yield return $"{Uri.EscapeDataString((string)parameter["name"]!)}={Uri.EscapeDataString(value)}";
        }
    }

    private string Value(JsonNode schema)
    {
        if (schema["enum"] is JsonArray words)
        {
            return (string)words[_random.Next(words.Count)]!;
        }

        return schema["type"]?.ToString() switch
        {
            "boolean" => _random.Next(2) == 0 ? "true" : "false",
            "integer" => _random.Next(
                int.Parse(schema["minimum"]?.ToString() ?? "0", CultureInfo.InvariantCulture),
                Math.Min(int.Parse(schema["maximum"]?.ToString() ?? "50", CultureInfo.InvariantCulture), 200) + 1)
                .ToString(CultureInfo.InvariantCulture),
            _ => _random.Next(300) == 0 ? new string('x', 3_000) : Words[_random.Next(Words.Length)],
        };
    }

    private string Json(JsonNode schema, bool isWrong)
    {
        if (isWrong && _random.Next(4) == 0)
        {
            return new[] { "", "[]", "{", "null", "{\"q\": {\"q\": {}}}", "{\"q\": \"\\ud800\"}", "\"x\"" }[_random.Next(7)];
        }

        var text = new StringBuilder("{");
        foreach (var (name, inner) in schema["properties"]!.AsObject().Where(_ => _random.Next(8) == 0))
        {
            text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\"{name}\": {JsonOf(inner!, isWrong)}");
        }

        return text.Append('}').ToString();
    }

    private string JsonOf(JsonNode schema, bool isWrong) => schema["type"]?.ToString() switch
    {
        "object" => Json(schema, isWrong),
        "array" => $"[{JsonOf(schema["items"]!, isWrong)}]",
        "integer" or "boolean" when !isWrong => Value(schema),
        _ => JsonValue.Create(isWrong && _random.Next(4) == 0 ? Wrong[_random.Next(Wrong.Length)] : Value(schema)).ToJsonString(),
    };
}
