using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace ProposalSearch.SearchHost.Wire;

/// <summary>The JSON of answers whose hits carry only some of them.</summary>
internal static class HitFields
{
    private const string Snippets = "snippets";
    private const string OfSnippets = Snippets + ".";

    private static readonly JsonSerializerOptions Chosen = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = WireJson.Default.WithAddedModifier(WriteChosenOnly),
    };

    /// <summary>Writes answers whose hits say which fields they carry: <see cref="HitAnswer.Fields"/>.</summary>
    public static JsonTypeInfo<SearchAnswer> SearchAnswer { get; } = (JsonTypeInfo<SearchAnswer>)Chosen.GetTypeInfo(typeof(SearchAnswer));

    /// <summary>Whether hits carry snippets, whole or in part.</summary>
    public static bool HaveSnippets(IReadOnlyList<string>? fields)
        => fields is null || fields.Any(static field => field == Snippets || field.StartsWith(OfSnippets, StringComparison.Ordinal));

    private static void WriteChosenOnly(JsonTypeInfo type)
    {
        foreach (var field in type.Properties)
        {
            var (name, otherwise) = (field.Name, field.ShouldSerialize);
            Func<object, bool>? isChosen = type.Type == typeof(HitAnswer) ? hit => Carries(((HitAnswer)hit).Fields, name)
                : type.Type == typeof(SnippetAnswer) ? snippet => SnippetCarries(((SnippetAnswer)snippet).Fields, name)
                : null;
            if (isChosen is not null)
            {
                field.ShouldSerialize = (carrier, value) => isChosen(carrier) && otherwise?.Invoke(carrier, value) != false;
            }
        }
    }

    private static bool Carries(IReadOnlyList<string>? fields, string name)
        => name == Snippets ? HaveSnippets(fields) : fields?.Contains(name, StringComparer.Ordinal) != false;

    private static bool SnippetCarries(IReadOnlyList<string>? fields, string name)
        => fields?.Contains(Snippets, StringComparer.Ordinal) != false || fields.Contains(OfSnippets + name, StringComparer.Ordinal);
}
