using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Where one element of a line of HTML ended and another began at once, two words became one.</summary>
public sealed class Bug702ElementsThatTouch
{
    [Theory]
    [InlineData("<p><b>25</b><span>ponds</span></p>", "25 ponds")]
    [InlineData("<p><span>ponds</span><b>2015</b></p>", "ponds 2015")]
    [InlineData("<p><a href='a'>reeds</a><a href='b'>herons</a></p>", "reeds herons")]
    [InlineData("<p><strong>Budget</strong><em>small</em></p>", "Budget small")]
    [InlineData("<p><span>Reeds</span><span>Herons</span></p>", "Reeds Herons")]
    [InlineData("<figure><img src='a'><figcaption>A heron</figcaption></figure><b>x</b>", "A heron\n\nx")]
    [InlineData("<table><caption>Depth</caption><tr><td>1</td><td>2</td></tr></table>", "Depth\n\n 1  2")]
    public void Of_WordsOfTwoElements_AreApart(string html, string text)
    {
        Assert.Equal(text, AnswerText.Clean(html));
        Assert.Equal(text, BodySections.Of(new SourceBody(html, SourceMarkup.Html)).Sections[0].Text);
    }

    [Theory]
    [InlineData("<p><b>H</b><i>eron</i></p>", "Heron")]
    [InlineData("<p><span>her</span><span>on</span></p>", "heron")]
    [InlineData("<p><i>un</i><b>heard</b></p>", "unheard")]
    [InlineData("<p>H<sub>2</sub><b>O</b></p>", "H2O")]
    [InlineData("<p><b>heron</b><i>,</i> reed</p>", "heron, reed")]
    [InlineData("<p><b>heron</b><i> reed</i></p>", "heron reed")]
    public void Of_OneWordOfTwoElements_StaysOne(string html, string text) => Assert.Equal(text, AnswerText.Clean(html));

    [Theory]
    [InlineData("We dig <b>25</b><span>ponds</span> here.\n", "We dig 25 ponds here.")]
    [InlineData("We dig <span>pon</span><span>ds</span> here.\n", "We dig ponds here.")]
    [InlineData("We dig <b>ponds</b> *here*.\n", "We dig ponds here.")]
    public void Of_MarkdownWithElements_IsReadAlike(string markdown, string text)
        => Assert.Equal(text, BodySections.Of(new SourceBody(markdown, SourceMarkup.Markdown)).Sections[0].Text);
}
