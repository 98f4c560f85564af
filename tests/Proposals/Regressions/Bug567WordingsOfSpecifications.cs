using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// What a specification asks was taken for what a form for grants asks: a proposed change for an impact, requirements for a need.
/// </summary>
public sealed class Bug567WordingsOfSpecifications
{
    [Theory]
    [InlineData("Proposed change", "plan")]
    [InlineData("Proposed changes", "plan")]
    [InlineData("Detailed design", "plan")]
    [InlineData("Affected projects", null)]
    [InlineData("Monitoring requirements", null)]
    public void Run_AHeading_IsTheQuestionThatItAsks(string heading, string? question)
    {
        var proposal = TemporaryArchive.Of("a.md", $"# Boxes for herons\n\n## {heading}\n\nWe build boxes.\n");

        Assert.Equal(question, proposal.Answers[0].QuestionId);
    }
}
