namespace ProposalSearch.Search.Related;

/// <summary>A proposal that is about the same as another, and why.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">Its summary, or <see langword="null"/>.</param>
/// <param name="Organization">Its organization, or <see langword="null"/>.</param>
/// <param name="Year">Its year, or <see langword="null"/>.</param>
/// <param name="Score">How similar; comparable among the proposals similar to one.</param>
/// <param name="SharedTerms">Words that both have and few others, the most telling first, as the other proposal writes them.</param>
/// <param name="Questions">Canonical questions that both answer with such words, those with the most telling words first.</param>
public sealed record SimilarProposal(
    string Id,
    string Title,
    string? Summary,
    string? Organization,
    int? Year,
    double Score,
    IReadOnlyList<string> SharedTerms,
    IReadOnlyList<SimilarAnswer> Questions);

/// <summary>A canonical question that two proposals answer with the same words.</summary>
/// <param name="QuestionId">Its id.</param>
/// <param name="Label">Its name to show.</param>
/// <param name="AnswerIndex">
/// The first answer of the similar proposal to it, from 0; <see langword="null"/> where its summary answers it.
/// </param>
/// <param name="SharedTerms">The words that both answers have, the most telling first.</param>
public sealed record SimilarAnswer(string QuestionId, string Label, int? AnswerIndex, IReadOnlyList<string> SharedTerms);
