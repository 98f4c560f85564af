namespace ProposalSearch.Proposals;

/// <summary>A text of the files for a facet that is not its own value.</summary>
/// <param name="Field">The facet.</param>
/// <param name="Text">As files have it.</param>
/// <param name="Values">What it is counted as; empty where it names no value and is only searched.</param>
/// <param name="Count">How often files have it.</param>
public sealed record FacetWording(string Field, string Text, IReadOnlyList<string> Values, int Count);
