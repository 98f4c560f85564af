using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A form that asks for the organization in a whole sentence had proposals of nobody.</summary>
public sealed class Bug446QuestionsForTheOrganization
{
    [Theory]
    [InlineData("Which organization do you represent?", "Fixers Guild")]
    [InlineData("What is the name of your organisation?", "Fixers Guild")]
    [InlineData("Please enter the full legal name of your organization", "Fixers Guild")]
    [InlineData("What does your organization do?", null)]
    [InlineData("Which organization do you admire?", null)]
    public void Run_AQuestionForTheName_HasTheOrganization(string question, string? organization)
    {
        using var archive = new TemporaryArchive().Write(
            "a.csv", $"Title,{question}\nTool library,Fixers Guild\nFrog crossings,Pond Watch\nBus stop poems,Ink and Ear\n");

        Assert.Equal(organization, archive.Run().Index.Added[0].Organization);
    }
}
