using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Describing;

/// <summary>A parameter of an address.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">Which values it takes.</param>
/// <param name="Meaning">A sentence.</param>
internal sealed record DescribedParameter(string Name, OpenApiSchema Schema, string Meaning)
{
    /// <summary>A value to try.</summary>
    public JsonNode? Example { get; init; }

    /// <summary>Whether it is part of the path.</summary>
    public bool IsInPath { get; init; }

    /// <summary>Whether it is there for older links alone.</summary>
    public bool IsOld { get; init; }

    /// <summary>Any text.</summary>
    public static DescribedParameter Text(string name, string meaning, string? example = null)
        => new(name, new OpenApiSchema { Type = JsonSchemaType.String }, meaning) { Example = example };

    /// <summary>Texts; the parameter is repeated for each.</summary>
    public static DescribedParameter Texts(string name, string meaning, string? example = null, IEnumerable<string>? words = null)
    {
        var item = new OpenApiSchema { Type = JsonSchemaType.String, Enum = words is null ? null : [.. words.Select(Node)] };
        var schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = item };
        return new DescribedParameter(name, schema, meaning) { Example = example is null ? null : new JsonArray(example) };
    }

    /// <summary>A whole number.</summary>
    public static DescribedParameter Number(NumberBounds bounds, string meaning, int otherwise, bool hasMost = true)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = bounds.Least.ToString(CultureInfo.InvariantCulture),
            Maximum = hasMost && bounds.Most != int.MaxValue ? bounds.Most.ToString(CultureInfo.InvariantCulture) : null,
            Default = otherwise,
        };
        return new DescribedParameter(bounds.Parameter, schema, meaning) { Example = Math.Max(bounds.Least, Math.Min(otherwise, 5)) };
    }

    /// <summary>One of a few words.</summary>
    public static DescribedParameter Choice<T>(string name, string meaning, T otherwise)
        where T : struct, Enum => Choice(name, meaning, ChoiceWords.Of(otherwise), Enum.GetValues<T>().Select(ChoiceWords.Of));

    /// <summary>One of a few words.</summary>
    public static DescribedParameter Choice(string name, string meaning, string otherwise, IEnumerable<string> words)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. words.Select(Node)],
            Default = otherwise,
        };
        return new DescribedParameter(name, schema, meaning) { Example = otherwise };
    }

    /// <summary>On or off; off where it is not there.</summary>
    public static DescribedParameter Flag(string name, string meaning)
        => new(name, new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false }, meaning) { Example = true };

    /// <summary>The same, for the document.</summary>
    public OpenApiParameter Build()
    {
        var isList = Schema.Type == JsonSchemaType.Array;
        return new OpenApiParameter
        {
            Name = Name,
            In = IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = IsInPath,
            Deprecated = IsOld,
            Description = Meaning,
            Schema = Schema,
            Style = isList ? ParameterStyle.Form : null,
            Explode = isList,
            Example = Example?.DeepClone(),
        };
    }

    private static JsonNode Node(string text) => JsonValue.Create(text);
}
