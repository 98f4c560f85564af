using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.Testing;

/// <summary>Makes what a test needs but does not care about. What it does care about, it states with <c>with</c>.</summary>
public static class Some
{
    /// <summary>A proposal with nothing to find but its id: <c>Some.Proposal("a") with { Summary = "..." }</c>.</summary>
    public static Proposal Proposal(string id) => new()
    {
        Id = id,
        Title = "Untitled",
        SourcePath = id + ".md",
        ContentHash = new string('0', 64),
    };

    /// <summary>A proposal with these answers, each under a question of its own without a canonical one.</summary>
    public static Proposal Proposal(string id, params string[] answers) => Proposal(id) with
    {
        Answers = [.. answers.Select((text, at) => new Answer(FormattableString.Invariant($"Question {at + 1}?"), null, text))],
    };

    /// <summary>Facet values of a proposal: <c>Some.Facets(("year", ["2015"]), ("area", ["East LA", "South LA"]))</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Facets(params (string Field, string[] Values)[] facets) =>
        facets.ToDictionary(facet => facet.Field, IReadOnlyList<string> (facet) => facet.Values, StringComparer.Ordinal);

    /// <summary>The metadata of an archive without facets and questions.</summary>
    public static IndexMetadata Metadata { get; } = new() { Fingerprint = "some" };
}
