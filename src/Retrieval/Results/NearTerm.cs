namespace ProposalSearch.Retrieval.Results;

/// <summary>A term near to another.</summary>
/// <param name="Term">The term, in its exact form.</param>
/// <param name="Edits">How far it is.</param>
/// <param name="DocumentFrequency">How many documents have it.</param>
public readonly record struct NearTerm(string Term, int Edits, long DocumentFrequency);
