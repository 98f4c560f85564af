using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// A heading was the title only where it was the one of the first level: else the file's name was, and the title became a question that one
/// proposal alone has.
/// </summary>
public sealed class Bug211TitlesAmongHeadings
{
    [Theory]
    [InlineData("# {0}\n\n# Need\n\nWind.\n\n# Plan\n\nRope.\n")]
    [InlineData("## {0}\n\n## Need\n\nWind.\n\n## Plan\n\nRope.\n")]
    [InlineData("# Call of spring\n\n### {0}\n\n## Need\n\nWind.\n\n## Plan\n\nRope.\n")]
    [InlineData("#{0}\n\n##Need\n\nWind.\n\n##Plan\n\nRope.\n")]
    [InlineData("# {0}\n\n- Layer: Roof\n- State: Open\n\n# Need\n\nWind.\n\n# Plan\n\nRope.\n")]
    public void Map_AHeadingThatNoOtherFileHasAboveThoseThatRepeat_IsTheTitle(string form)
    {
        using var archive = Archive(form);
        var first = archive.Run().Index.Added[0];

        Assert.Equal("Kites over the river", first.Title);
        Assert.Equal(["Need", "Plan"], Asked(first));
        Assert.DoesNotContain(first.Answers, static answer => answer.Text.Contains("Kites", StringComparison.Ordinal));
    }

    [Fact]
    public void Map_AHeadingThatEveryFileHas_IsNoTitle()
    {
        using var archive = Archive("# Application\n\n## Need\n\n{0}: wind.\n\n## Plan\n\nRope.\n");
        var added = archive.Run().Index.Added;

        Assert.Equal(["0 kites", "1 boats", "2 lamps"], added.Select(static proposal => proposal.Title));
        Assert.Contains(added[0].Answers, static answer => answer is { Question: "Need", QuestionId: "need" });
        Assert.Contains(added[0].Answers, static answer => answer.Text == "Application");
    }

    [Fact]
    public void Map_ANameForProgramsBesideAHeading_IsNoTitle()
    {
        using var archive = Archive("## {0}\n\n- Feature Name: kite_flight\n- State: Open\n\n## Need\n\nWind.\n\n## Plan\n\nRope.\n");
        var first = archive.Run().Index.Added[0];

        Assert.Equal("Kites over the river", first.Title);
        Assert.Contains(first.Answers, static answer => answer.Text == "kite_flight");
    }

    [Fact]
    public void Map_AHeadingThatSaysSomethingElseThanTheTitle_IsAText()
    {
        var proposal = TemporaryArchive.Of("a.md", "---\ntitle: Kites\n---\n# For the mayor of Ballona\n\nWind.\n");

        Assert.Equal("Kites", proposal.Title);
        Assert.Contains(proposal.Answers, static answer => answer.Text == "For the mayor of Ballona");
    }

    [Fact]
    public void Map_UnderlinedHeadingsOfAPlainText_DivideIt()
    {
        var proposal = TemporaryArchive.Of("a.txt", "Title: Kites\nState: Open\n\nNeed\n====\n\nWind.\n\nPlan\n----\n\nRope.\n");

        Assert.Equal(["Need", "Need › Plan"], Asked(proposal));
    }

    private static IEnumerable<string> Asked(Proposal proposal)
        => proposal.Answers.Where(static answer => answer.QuestionId is not null).Select(static answer => answer.Question);

    private static TemporaryArchive Archive(string form) => new TemporaryArchive()
        .Write("0-kites.md", form.Replace("{0}", "Kites over the river", StringComparison.Ordinal))
        .Write("1-boats.md", form.Replace("{0}", "Boats below the bridge", StringComparison.Ordinal))
        .Write("2-lamps.md", form.Replace("{0}", "Lamps along the path", StringComparison.Ordinal));
}
