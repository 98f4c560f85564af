using ProposalSearch.Proposals;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What a question is called: as the form words it, or in the language of the page where no form asks it.</summary>
internal static class QuestionLabel
{
    // As the index labels what stands beside the answers of a proposal.
    private const string Summary = "Summary";
    private const string Organization = "Organization";

    /// <summary>The label.</summary>
    public static string Of(Words words, string question) => question switch
    {
        Summary => words.Text("question.summary"),
        Organization => words.Text("question.organization"),
        OwnQuestions.Stated => words.Text("question.stated"),
        OwnQuestions.Headings => words.Text("question.headings"),
        _ => question,
    };
}
