namespace ProposalSearch.Proposals.Inference;

/// <summary>What was decided about a key.</summary>
/// <param name="Key">The key in the files.</param>
/// <param name="Role">The role in words, such as <c>facet status</c> or <c>answer</c>.</param>
/// <param name="Reason">What in the values led to it, in a phrase.</param>
/// <param name="Files">How many files have the key.</param>
public sealed record InferredRole(string Key, string Role, string Reason, int Files);
