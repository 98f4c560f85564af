namespace ProposalSearch.Retrieval.Results;

/// <summary>A number with the formula that made it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Description">The formula with its numbers.</param>
/// <param name="Details">Its parts.</param>
public sealed record Explanation(double Value, string Description, IReadOnlyList<Explanation> Details);
