namespace ProposalSearch.Proposals;

/// <summary>A wording that an archive has for a question.</summary>
/// <param name="Wording">As it is shown with its answers.</param>
/// <param name="QuestionId">The canonical question that it was assigned to, or <see langword="null"/> where it stays itself.</param>
/// <param name="Confidence">1 where the schema lists it; its likeness to a known wording, 0 to 1; 0 without a question.</param>
/// <param name="Answers">Answers under this wording.</param>
/// <param name="Words">Words of these answers.</param>
/// <param name="Nearest">Where likeness decided, the known wording that it is likest to.</param>
public sealed record QuestionWording(
    string Wording, string? QuestionId, double Confidence, int Answers, long Words, string? Nearest = null);
