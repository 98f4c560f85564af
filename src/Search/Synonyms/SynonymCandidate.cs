namespace ProposalSearch.Search.Synonyms;

/// <summary>A word that may mean the same as another.</summary>
/// <param name="Word">The more frequent one, folded.</param>
/// <param name="Candidate">The other.</param>
/// <param name="Likeness">How alike the words around them are, 0 to 1.</param>
/// <param name="Proposals">Proposals of the sample that have the first.</param>
/// <param name="CandidateProposals">Those that have the other.</param>
/// <param name="Between">Pairs of words between which both stand, those that say most first: <c>for _ and</c>.</param>
public sealed record SynonymCandidate(
    string Word, string Candidate, double Likeness, int Proposals, int CandidateProposals, IReadOnlyList<string> Between);
