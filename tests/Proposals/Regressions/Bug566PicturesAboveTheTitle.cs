using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A small picture above the title, as of a state, made the name of the folder the title.</summary>
public sealed class Bug566PicturesAboveTheTitle
{
    [Theory]
    [InlineData("![Status: open](https://x.org/open.svg)\n# Boxes for herons\n\nWe build.\n")]
    [InlineData("[![Status: open](https://x.org/a.svg)](https://x.org) ![b](b.png)\n\n# Boxes for herons\n\nWe build.\n\n## Plan\n\nOn.\n")]
    public void Run_APictureAboveTheHeading_LeavesItTheTitle(string text)
    {
        var proposal = TemporaryArchive.Of("a/README.md", text);

        Assert.Equal("Boxes for herons", proposal.Title);
        Assert.Contains(proposal.Answers, static answer => answer.Text.Contains("Status: open", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_WordsAboveTheHeading_AreAText()
        => Assert.NotEqual("Boxes", TemporaryArchive.Of("a.md", "Words ![b](b.png) stand here.\n\n# Boxes\n\nWe build.\n").Title);
}
