namespace ProposalSearch.Search;

/// <summary>A proposal as a search found it: where its texts have the words, and which hits stand before and after it.</summary>
/// <param name="Total">Proposals that match.</param>
/// <param name="Title">Matches in the title.</param>
/// <param name="Summary">Matches in the summary.</param>
/// <param name="Answers">Matches in each answer.</param>
/// <param name="Previous">The hit before it; <see langword="null"/> for the first, or where its place is not known.</param>
/// <param name="Next">The hit after it; <see langword="null"/> for the last, or where its place is not known.</param>
public sealed record ProposalMarks(
    long Total,
    IReadOnlyList<TextSpan> Title,
    IReadOnlyList<TextSpan> Summary,
    IReadOnlyList<IReadOnlyList<TextSpan>> Answers,
    Hit? Previous,
    Hit? Next);
