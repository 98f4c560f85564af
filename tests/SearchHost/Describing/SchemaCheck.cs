using System.Globalization;
using System.Text.Json.Nodes;

namespace ProposalSearch.SearchHost.Tests.Describing;

/// <summary>
/// Compares JSON to a schema of an OpenAPI 3.1 document, as far as ours use JSON Schema. Stricter in one thing: an object of a component
/// has no other properties than those that are described.
/// </summary>
internal sealed class SchemaCheck(JsonNode document)
{
    /// <summary>What is wrong, each with its place; nothing where the value is as the schema says.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string at = "$")
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            var target = Resolve(reference);
            var known = target["properties"]?.AsObject();
            var strangers = value is JsonObject strange && known is not null ? strange.Where(pair => !known.ContainsKey(pair.Key)) : [];
            return [.. strangers.Select(pair => $"{at}.{pair.Key} is not described"), .. Faults(value, target, at)];
        }

        return
        [
            .. OfType(value, schema, at),
            .. Combined(value, schema, at),
            .. value is JsonObject entries ? OfObject(entries, schema, at) : [],
            .. value is JsonArray items && schema["items"] is { } item
                ? items.SelectMany((one, place) => Faults(one, item, $"{at}[{place}]")) : [],
        ];
    }

    private JsonNode Resolve(string reference)
        => reference[2..].Split('/').Aggregate(document, (node, part) => node[part] ?? throw new InvalidOperationException(reference));

    private IEnumerable<string> Combined(JsonNode? value, JsonNode schema, string at)
    {
        var all = schema["allOf"]?.AsArray().SelectMany(one => Faults(value, one!, at)) ?? [];
        var isAny = schema["anyOf"]?.AsArray().Any(one => !Faults(value, one!, at).Any()) ?? true;
        return isAny ? all : all.Append($"{at} is none of anyOf");
    }

    private static IEnumerable<string> OfType(JsonNode? value, JsonNode schema, string at)
    {
        string[] allowed = schema["type"] switch
        {
            null => [],
            JsonArray several => [.. several.Select(one => (string)one!)],
            var one => [(string)one!],
        };
        var kind = Kind(value);
        if (allowed.Length > 0 && !allowed.Contains(kind) && !(kind == "integer" && allowed.Contains("number")))
        {
            yield return $"{at} is {kind}, where {string.Join(" or ", allowed)} is described";
        }

        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            yield return $"{at} is {value?.ToJsonString()}, which is none of the described words";
        }

        if ((string?)schema["format"] == "date-time" && !DateTimeOffset.TryParse((string?)value, CultureInfo.InvariantCulture, out _))
        {
            yield return $"{at} is no time";
        }
    }

    private IEnumerable<string> OfObject(JsonObject value, JsonNode schema, string at)
    {
        foreach (var name in schema["required"]?.AsArray().Select(one => (string)one!).Where(name => !value.ContainsKey(name)) ?? [])
        {
            yield return $"{at}.{name} is missing";
        }

        foreach (var (name, inner) in value)
        {
            if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is { } described and (JsonObject or JsonArray))
            {
                foreach (var fault in Faults(inner, described, $"{at}.{name}"))
                {
                    yield return fault;
                }
            }
        }
    }

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => value!.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-') ? "integer" : "number",
        _ => "boolean",
    };
}
