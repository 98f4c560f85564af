using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A heading that asks for the title was the title, and the line below it a text.</summary>
public sealed class Bug707HeadingsThatAskForTheTitle
{
    [Theory]
    [InlineData("# Project name\nBoxes for herons\n\n## Need\n\nHerons.\n", "Boxes for herons")]
    [InlineData("## Title of the proposal:\n\nBoxes for herons\n\n## Need\n\nHerons.\n", "Boxes for herons")]
    [InlineData("# Nombre del proyecto\n\nCajas para garzas\n\n# Plan\n\nGarzas.\n", "Cajas para garzas")]
    public void Run_TheLineBelow_IsTheTitle(string text, string title)
    {
        var proposal = TemporaryArchive.Of("p-7.md", text);

        Assert.Equal(title, proposal.Title);
        Assert.DoesNotContain(proposal.Answers, answer => answer.Text.Contains(title, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("# Project name\n\nWe build boxes for herons.\n\n## Need\n\nHerons.\n", "We build boxes for herons.")]
    [InlineData("# Project name\n\nBoxes\nand nets\n\n- in spring\n\n## Need\n\nHerons.\n", "Boxes and nets\n\n• in spring")]
    [InlineData("# Names\n\nAnn Lee\n\n## Need\n\nHerons.\n", "Ann Lee")]
    public void Run_AnotherText_StaysOne(string text, string answer)
        => Assert.Contains(TemporaryArchive.Of("p-7.md", text).Answers, one => one.Text.Contains(answer, StringComparison.Ordinal));
}
