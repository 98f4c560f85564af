using System.Text.Json;
using System.Text.Json.Serialization;
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
    /// <summary>The context to write with.</summary>
    public static WireJson Wire => Escaping.Context;

    private static class Escaping
    {
        public static readonly WireJson Context = new(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JsonEscaping.Encoder,
        });
    }
}
