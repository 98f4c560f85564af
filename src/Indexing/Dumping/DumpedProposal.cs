using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProposalSearch.Proposals;

namespace ProposalSearch.Indexing.Dumping;

/// <summary>A line of a dump: a proposal as its source states it. docs/http-api.md says what each field means.</summary>
internal sealed record DumpedProposal(
    string Id,
    string Title,
    string? Summary,
    string? Organization,
    int? Year,
    DateOnly? Day,
    IReadOnlyList<ProposalLink> Links,
    string? Image,
    string? Video,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Facets,
    IReadOnlyList<Answer> Answers,
    string Source,
    string ContentHash)
{
    /// <summary>The line of a proposal.</summary>
    public static DumpedProposal Of(Proposal proposal) => new(
        proposal.Id,
        proposal.Title,
        proposal.Summary,
        proposal.Organization,
        proposal.Year,
        proposal.Day,
        proposal.Links,
        proposal.Image,
        proposal.Video,
        proposal.Facets,
        proposal.Answers,
        proposal.SourcePath,
        proposal.ContentHash);
}

/// <summary>The JSON of a dump: names in snake_case, texts as they are but for what JSON escapes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DumpedProposal))]
[JsonSerializable(typeof(DumpManifest))]
internal sealed partial class DumpJson : JsonSerializerContext
{
    /// <summary>The context to write with.</summary>
    public static DumpJson Plain => Escaping.Context;

    private static class Escaping
    {
        public static readonly DumpJson Context = new(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }
}
