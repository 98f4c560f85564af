using System.Globalization;
using System.Text.Json;
using ProposalSearch.SearchHost.Parameters;

namespace ProposalSearch.SearchHost.Algolia;

/// <summary>
/// The fields of one request in Algolia's shape: an object of JSON whose <c>params</c>, where it has them, are a query string of further
/// ones, in which lists are JSON again. Those within <c>params</c> win, as there.
/// </summary>
internal sealed class AlgoliaFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);

    /// <summary>Reads them.</summary>
    public AlgoliaFields(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in request.EnumerateObject())
        {
            if (property.Name != "params")
            {
                _fields[property.Name] = property.Value;
            }
            else if (property.Value.ValueKind == JsonValueKind.Object)
            {
                AddAll(property.Value);
            }
            else
            {
                AddQueryString(property.Value.ToString());
            }
        }
    }

    /// <summary>A text; empty where it is not there.</summary>
    public string Text(string name) => _fields.TryGetValue(name, out var value) ? value.ToString() : "";

    /// <summary>A whole number, or another where it is not there or is none.</summary>
    public int Number(string name, int otherwise) =>
        int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>A list of texts, sent as JSON or separated by commas; <see langword="null"/> where it is not there.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (List(name) is not { } list)
        {
            return null;
        }

        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(static one => one.ToString())]
            : [.. list.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>A list as it was sent, however deep, or a text; <see langword="null"/> where it is not there.</summary>
    public JsonElement? List(string name)
    {
        if (!_fields.TryGetValue(name, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String && value.GetString()!.AsSpan().TrimStart().StartsWith("[")
            && Parse(value.GetString()!) is { } list ? list : value;
    }

    private void AddAll(JsonElement fields)
    {
        foreach (var property in fields.EnumerateObject())
        {
            _fields[property.Name] = property.Value;
        }
    }

    private void AddQueryString(string text)
    {
        foreach (var (name, value) in ParameterSet.FromQueryString(text))
        {
            _fields[name] = JsonSerializer.SerializeToElement(value, AlgoliaJson.Default.String);
        }
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
