using ProposalSearch.Proposals;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>
/// Answers at the beginning of a proposal that are plain facts, such as <c>Created: 2023-07-27</c>: a reader wants to know first what the
/// proposal is about, so that they stand among the facts instead.
/// </summary>
internal static class PlainFacts
{
    private const int LongestFact = 60;
    private const int LongestName = 30;

    /// <summary>
    /// Which answers; none where no text follows. One that a search found stays where it is, and so does all after the first text.
    /// </summary>
    public static IReadOnlyList<int> Of(Proposal proposal, FoundView found)
    {
        var first = proposal.Answers.TakeWhile(IsFact).Count();
        return first == proposal.Answers.Count || OwnQuestions.Contains(proposal.Answers[first].Question) ? []
            : [.. Enumerable.Range(0, first).Where(at => found.Of(at).Count == 0)];
    }

    private static bool IsFact(Answer answer) => answer.QuestionId is null
        && answer.Text.Length <= LongestFact
        && answer.Question.Length <= LongestName
        && !answer.Text.Contains('\n', StringComparison.Ordinal)
        && !answer.Question.Contains('?', StringComparison.Ordinal)
        && !OwnQuestions.Contains(answer.Question);
}
