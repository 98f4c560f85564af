namespace ProposalSearch.Proposals;

/// <summary>A canonical question that several wordings map to.</summary>
/// <param name="Id">Its name in requests, such as <c>evaluation</c>.</param>
/// <param name="Label">Its name to show, such as <c>Evaluation</c>.</param>
public sealed record QuestionDefinition(string Id, string Label);
