using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary><c>Prior art and related standards</c> was no question, though <c>Prior art</c> is one.</summary>
public sealed class Bug705NamesOfTwoQuestions
{
    [Theory]
    [InlineData("Prior Art and Related Standards", "uniqueness")]
    [InlineData("Prior Art & References", "uniqueness")]
    [InlineData("Costs and Drawbacks", null)]
    [InlineData("Mission and Priority", null)]
    [InlineData("Reeds and Prior Art", null)]
    public void Run_AHeadingOfTwoNames_IsTheFirstThatIsListed(string heading, string? question)
    {
        var proposal = TemporaryArchive.Of("a.md", $"# Ponds\n\nWe dig.\n\n## {heading}\n\nNobody dug before.\n\n## End\n\nNo more.\n");

        Assert.Equal(question, proposal.Answers.Single(answer => answer.Question == heading).QuestionId);
    }
}
