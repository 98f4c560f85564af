using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ProposalSearch.Indexing.Dumping;
using ProposalSearch.SearchHost.Metrics;

namespace ProposalSearch.SearchHost.Wire;

/// <summary>The JSON of the API: names in snake_case, letters of any script as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(SuggestAnswer))]
[JsonSerializable(typeof(ProposalAnswer))]
[JsonSerializable(typeof(IndexDescription))]
[JsonSerializable(typeof(ExportAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(RefreshAnswer))]
[JsonSerializable(typeof(QueryCounts))]
[JsonSerializable(typeof(FacetValuesAnswer))]
[JsonSerializable(typeof(TrendsAnswer))]
[JsonSerializable(typeof(QuestionsAnswer))]
[JsonSerializable(typeof(SimilarAnswer))]
[JsonSerializable(typeof(DumpManifest))]
internal sealed partial class WireJson : JsonSerializerContext
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JsonEscaping.Encoder, SkipValidation = true };

    /// <summary>The context to write with.</summary>
    public static WireJson Wire => Escaping.Context;

    /// <summary>
    /// Writes JSON by the code that was generated for a type, which the serializer uses only where the escaping is its own. The text is
    /// that of the serializer, byte for byte. Types of other options, by which members may be left out, are the serializer's.
    /// </summary>
    public static void Write<T>(IBufferWriter<byte> target, T value, JsonTypeInfo<T> type)
    {
        using var json = new Utf8JsonWriter(target, Writing);
        if (type.SerializeHandler is { } generated && type.Options == Wire.Options)
        {
            generated(json, value);
        }
        else
        {
            JsonSerializer.Serialize(json, value, type);
        }
    }

    private static class Escaping
    {
        public static readonly WireJson Context = new(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JsonEscaping.Encoder,
        });
    }
}
