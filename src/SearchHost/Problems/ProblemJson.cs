using System.Text.Json;
using System.Text.Json.Serialization;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Problems;

/// <summary>The JSON of problems: names in snake_case, letters of any script as they are.</summary>
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
            Encoder = JsonEscaping.Encoder,
        });
    }
}
