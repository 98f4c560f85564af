using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ProposalSearch.SearchHost.Problems;

/// <summary>
/// The JSON of problems: names in snake_case, letters of any script as they are, but <c>&lt; &gt; &amp;</c> and quotes escaped.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    /// <summary>The context to write with.</summary>
    public static ProblemJson Wire => Escaping.Context;

    private static class Escaping
    {
        public static readonly ProblemJson Context = new(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        });
    }
}
