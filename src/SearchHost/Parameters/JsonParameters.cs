using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ProposalSearch.Foundation.Texts;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>
/// Reads the body of <c>POST /v1/search</c> into the same parameters that a query string gives: a string, number or boolean is one
/// value, an array several, an object under <c>filters</c> or <c>exclude</c> one parameter for each of its fields.
/// </summary>
internal static class JsonParameters
{
    private const int LongestName = 200;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowTrailingCommas = true };

    /// <summary>The parameters, or <see langword="null"/> with a sentence where the body is no JSON object of that kind.</summary>
    public static IReadOnlyList<Parameter>? Read(ReadOnlySequence<byte> body, out string fault)
    {
        fault = "";
        var parameters = new List<Parameter>();
        var text = Encoding.UTF8.GetString(body).TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
        {
            return parameters;
        }

        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                fault = $"The body is a JSON {Kind(document.RootElement)}, where an object such as {{\"q\": \"poverty\"}} is needed.";
                return null;
            }

            AddObject(parameters, "", document.RootElement);
            return parameters;
        }
        catch (JsonException exception)
        {
            fault = string.Create(
                CultureInfo.InvariantCulture,
                $"The body is no JSON: see line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.")
                + " Send an object such as {\"q\": \"poverty\"}.";
            return null;
        }
    }

    private static void AddObject(List<Parameter> parameters, string prefix, JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            Add(parameters, Beginning(prefix + Beginning(Name(property))), property.Value);
        }
    }

    private static void Add(List<Parameter> parameters, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            case JsonValueKind.Object:
                AddObject(parameters, string.Equals(name, "filters", StringComparison.Ordinal) ? "filter." : name + ".", value);
                break;
            case JsonValueKind.Array when value.GetArrayLength() == 0:
                parameters.Add(new Parameter(name, ""));
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Add(parameters, name, item);
                }

                break;
            case JsonValueKind.String:
                parameters.Add(new Parameter(name, Text(value)));
                break;
            default:
                parameters.Add(new Parameter(name, value.GetRawText()));
                break;
        }
    }

    /// <summary>
    /// The name as far as any name goes: it is repeated for each value below it, and a longer one is unknown in any case.
    /// </summary>
    private static string Beginning(string name) => ShortText.Beginning(name, LongestName);

    private static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>The string; half of a surrogate pair, which the platform refuses to read, becomes U+FFFD like in a query string.</summary>
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return ParameterSet.WellFormed(Unescape(value.GetRawText().AsSpan()[1..^1]));
        }
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
            }
            else if (raw[++at] == 'u')
            {
                text.Append((char)ushort.Parse(raw.Slice(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(raw[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
            }
        }

        return text.ToString();
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
