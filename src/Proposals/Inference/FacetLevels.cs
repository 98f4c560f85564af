namespace ProposalSearch.Proposals.Inference;

/// <summary>That values of a facet are paths, such as <c>Learn > Schools</c>.</summary>
/// <param name="Field">The facet.</param>
/// <param name="Sign">What stands between the parts.</param>
/// <param name="Above">How many values have others below them.</param>
public sealed record FacetLevels(string Field, string Sign, int Above);
