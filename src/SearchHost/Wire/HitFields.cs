using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ProposalSearch.SearchHost.Wire;

/// <summary>The JSON of answers that carry only some of their parts, or whose hits carry only some of their fields.</summary>
internal static class HitFields
{
    private const string Snippets = "snippets";
    private const string OfSnippets = Snippets + ".";

    private static readonly JsonSerializerOptions Chosen = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JsonEscaping.Encoder,
        TypeInfoResolver = WireJson.Default.WithAddedModifier(WriteChosenOnly),
    };

    /// <summary>
    /// Writes answers that say which parts they carry, <see cref="Wire.SearchAnswer.Parts"/>, and whose hits say which fields:
    /// <see cref="HitAnswer.Fields"/>.
    /// </summary>
    public static JsonTypeInfo<SearchAnswer> SearchAnswer { get; } = (JsonTypeInfo<SearchAnswer>)Chosen.GetTypeInfo(typeof(SearchAnswer));

    /// <summary>Whether hits carry snippets, whole or in part.</summary>
    public static bool HaveSnippets(IReadOnlyList<string>? fields)
        => fields is null || fields.Any(static field => field == Snippets || field.StartsWith(OfSnippets, StringComparison.Ordinal));

    private static void WriteChosenOnly(JsonTypeInfo type)
    {
        foreach (var field in type.Properties)
        {
            var (name, otherwise) = (field.Name, field.ShouldSerialize);
            Func<object, bool>? isChosen = Choice(type.Type, name);
            if (isChosen is not null)
            {
                field.ShouldSerialize = (carrier, value) => isChosen(carrier) && otherwise?.Invoke(carrier, value) != false;
            }
        }
    }

    private static Func<object, bool>? Choice(Type type, string name)
        => type == typeof(HitAnswer) ? hit => Carries(((HitAnswer)hit).Fields, name)
            : type == typeof(SnippetAnswer) ? snippet => SnippetCarries(((SnippetAnswer)snippet).Fields, name)
            : type == typeof(SearchAnswer) ? answer => AnswerParts.Has(((SearchAnswer)answer).Parts, name)
            : type == typeof(QueryAnswer) ? query => AnswerParts.Has(((QueryAnswer)query).Parts, AnswerParts.Query, name)
            : type == typeof(SearchLinks) ? links => AnswerParts.Has(((SearchLinks)links).Parts, AnswerParts.Links, name)
            : null;

    private static bool Carries(IReadOnlyList<string>? fields, string name)
        => name == Snippets ? HaveSnippets(fields) : fields?.Contains(name, StringComparer.Ordinal) != false;

    private static bool SnippetCarries(IReadOnlyList<string>? fields, string name)
        => fields?.Contains(Snippets, StringComparer.Ordinal) != false || fields.Contains(OfSnippets + name, StringComparer.Ordinal);
}
