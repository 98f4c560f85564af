namespace ProposalSearch.Retrieval;

/// <summary>What was found when every byte of an index was compared with its checksums.</summary>
/// <param name="Files">Files that were read.</param>
/// <param name="Faults">A sentence for each fault, that names the file; empty when all is well.</param>
public sealed record IndexVerification(int Files, IReadOnlyList<string> Faults);
