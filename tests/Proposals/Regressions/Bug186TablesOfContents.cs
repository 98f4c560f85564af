using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A table of contents was an answer, so that a heading was found in its list of headings.</summary>
public sealed class Bug186TablesOfContents
{
    [Theory]
    [InlineData("- [Need](#need)\n  - [Reeds](#reeds)\n- [Plan](#plan)\n\n")]
    [InlineData("<!-- toc -->\n1. [Need](#need)\n2. [Plan](#plan)\n<!-- /toc -->\n\n")]
    [InlineData("## Contents\n\n* [Need](#need)\n* [2. Plan](#plan)\n\n")]
    [InlineData("## Contents\n\n* 1. [Need](#need)\n* 2. [`Plan`](#plan)\n\n")]
    public void Of_ATableOfContents_IsNoText(string contents)
    {
        var sections = Markdown(contents + "## Need\n\nReeds.\n\n## Plan\n\nDig.\n").Sections;

        Assert.Equal([new BodySection("Need", "Reeds."), new BodySection("Plan", "Dig.")], sections);
    }

    [Theory]
    [InlineData("- [Need](https://x.org/#need)\n- [Plan](https://x.org/#plan)\n", "• Need\n• Plan")]
    [InlineData("- [Need](#need) says why we dig\n- [Plan](#plan)\n", "• Need says why we dig\n• Plan")]
    [InlineData("- see [Need](#need)\n", "• see Need")]
    public void Of_OtherLists_AreText(string list, string text) => Assert.Equal(text, Markdown(list).Sections[0].Text);

    [Fact]
    public void Of_AHeadingAboveMoreThanATable_StaysWithWhatFollows()
        => Assert.Equal(
            [new BodySection("Overview", "We dig ponds.")],
            Markdown("## Overview\n\n- [Need](#need)\n- [Plan](#plan)\n\nWe dig ponds.\n").Sections);

    private static BodySections Markdown(string text) => BodySections.Of(new SourceBody(text, SourceMarkup.Markdown));
}
