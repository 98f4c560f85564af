using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace ProposalSearch.SearchHost.Describing;

/// <summary>
/// The schemas of what goes over the wire, made from what writes it. Objects become components of the document, each once.
/// </summary>
internal sealed class WireSchemas(OpenApiDocument document)
{
    // With fields= hits and their snippets carry only some of their fields, and with parts= answers only some of their parts.
    private static readonly string[] AnySubset = ["Hit", "Snippet", "Query", "SearchLinks"];
    private static readonly string[] AlwaysOfSearch = ["total", "hits"];

    /// <summary>The schema of a type.</summary>
    public IOpenApiSchema Of(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => Object(type),
        JsonTypeInfoKind.Enumerable => new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = Of(type.Options.GetTypeInfo(type.ElementType!)),
        },
        JsonTypeInfoKind.Dictionary => new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = Of(type.Options.GetTypeInfo(type.ElementType!)),
        },
        _ => Plain(type.Type),
    };

    /// <summary>The name of a type in the document.</summary>
    public static string Name(Type type)
    {
        const string End = "Answer";
        return type.Name.Length > End.Length && type.Name.EndsWith(End, StringComparison.Ordinal) ? type.Name[..^End.Length] : type.Name;
    }

    private OpenApiSchemaReference Object(JsonTypeInfo type)
    {
        var name = Name(type.Type);
        if (document.Components?.Schemas?.ContainsKey(name) != true)
        {
            // A schema may hold itself: it is there before its properties are looked at.
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = FieldMeanings.Of(name) };
            document.AddComponent(name, schema);
            var written = type.Properties.Where(static property => property.Get is not null).ToList();
            schema.Properties = written.ToDictionary(
                static property => property.Name, property => Property(name, property), StringComparer.Ordinal);
            schema.Required = written.Where(property => IsRequired(name, property)).Select(static property => property.Name)
                .ToHashSet(StringComparer.Ordinal);
        }

        return new OpenApiSchemaReference(name, document);
    }

    private IOpenApiSchema Property(string owner, JsonPropertyInfo property)
    {
        var inner = Nullable.GetUnderlyingType(property.PropertyType);
        var isNull = !MayBeAbsent(property) && (inner is not null || (property.IsGetNullable && !property.PropertyType.IsValueType));
        var schema = Of(property.Options.GetTypeInfo(inner ?? property.PropertyType));
        var meaning = FieldMeanings.Of($"{owner}.{property.Name}");
        if (schema is not OpenApiSchema plain)
        {
            IOpenApiSchema[] either = isNull ? [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] : [schema];
            return new OpenApiSchema { Description = meaning, AllOf = isNull ? null : either, AnyOf = isNull ? either : null };
        }

        plain.Description = meaning;
        plain.Type = isNull ? plain.Type | JsonSchemaType.Null : plain.Type;
        return plain;
    }

    private static bool IsRequired(string owner, JsonPropertyInfo property) => owner == "Search"
        ? AlwaysOfSearch.Contains(property.Name, StringComparer.Ordinal)
        : !AnySubset.Contains(owner, StringComparer.Ordinal) && !MayBeAbsent(property);

    private static bool MayBeAbsent(JsonPropertyInfo property)
        => property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: false) is [JsonIgnoreAttribute];

    private static OpenApiSchema Plain(Type type) => new()
    {
        Type = type == typeof(bool) ? JsonSchemaType.Boolean
            : type == typeof(int) || type == typeof(long) ? JsonSchemaType.Integer
            : type == typeof(double) ? JsonSchemaType.Number
            : JsonSchemaType.String,
        Format = type == typeof(DateTimeOffset) ? "date-time" : null,
    };
}
