using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace ProposalSearch.SearchHost.Wire;

/// <summary>The JSON of answers whose hits carry only some of them.</summary>
internal static class HitFields
{
    private static readonly JsonSerializerOptions Chosen = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = WireJson.Default.WithAddedModifier(WriteChosenOnly),
    };

    /// <summary>Writes answers whose hits say which fields they carry: <see cref="HitAnswer.Fields"/>.</summary>
    public static JsonTypeInfo<SearchAnswer> SearchAnswer { get; } = (JsonTypeInfo<SearchAnswer>)Chosen.GetTypeInfo(typeof(SearchAnswer));

    private static void WriteChosenOnly(JsonTypeInfo type)
    {
        if (type.Type != typeof(HitAnswer))
        {
            return;
        }

        foreach (var field in type.Properties)
        {
            var (name, otherwise) = (field.Name, field.ShouldSerialize);
            field.ShouldSerialize = (hit, value)
                => ((HitAnswer)hit).Fields?.Contains(name, StringComparer.Ordinal) != false && otherwise?.Invoke(hit, value) != false;
        }
    }
}
