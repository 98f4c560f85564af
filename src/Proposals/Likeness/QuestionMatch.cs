namespace ProposalSearch.Proposals.Likeness;

/// <summary>The canonical question of a wording.</summary>
/// <param name="QuestionId">The question, or <see langword="null"/> where the wording stays itself.</param>
/// <param name="Confidence">1 where the schema lists the wording; the likeness to it where that decided; 0 where nothing did.</param>
/// <param name="Nearest">For a decision by likeness: the known wording that is most alike.</param>
internal readonly record struct QuestionMatch(string? QuestionId, double Confidence, string? Nearest = null)
{
    /// <summary>A wording that stays itself.</summary>
    public static QuestionMatch None => default;
}
