using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>What was typed where a year should stand, and is none, was neither searched nor shown, and nobody was told.</summary>
public sealed class Bug181TextsWhereAYearShouldStand
{
    [Theory]
    [InlineData("a.yml", "title: Pond\nyear: the round of the heron\nplan: Reeds\n")]
    [InlineData("a.csv", "Title,Year,Plan\nPond,the round of the heron,Reeds\n")]
    [InlineData("a.md", "---\ntitle: Pond\nyear_submitted: the round of the heron\n---\nReeds\n")]
    public void Run_AYearThatIsNone_IsAnAnswerWithAWarning(string name, string text)
    {
        using var archive = new TemporaryArchive().Write(name, text);
        var (report, index) = archive.Run();

        var proposal = Assert.Single(index.Added);
        Assert.Null(proposal.Year);
        Assert.Contains(proposal.Answers, static answer => answer.Text == "the round of the heron");
        var warning = Assert.Single(report.Warnings);
        Assert.Contains("no year can be told", warning.Cause, StringComparison.Ordinal);
        Assert.False(warning.LeavesOut);
    }

    [Theory]
    [InlineData("N/A")]
    [InlineData("-")]
    public void Run_AYearThatSaysNothing_IsNone(string year)
    {
        using var archive = new TemporaryArchive().Write("a.yml", $"title: Pond\nyear: '{year}'\n");
        var (report, index) = archive.Run();

        Assert.Empty(Assert.Single(index.Added).Answers);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void Run_WordsWhereAnAddressOfAPictureShouldStand_AreAnAnswer()
        => Assert.Contains(
            TemporaryArchive.Of("a.yml", "title: Pond\nvideo: we will film it in spring\n").Answers,
            static answer => answer.Text == "we will film it in spring");
}
