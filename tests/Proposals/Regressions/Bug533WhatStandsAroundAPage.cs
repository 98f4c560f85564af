using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>The menu above a page was a text of it, so that its heading was no title, and its foot stood in the last answer.</summary>
public sealed class Bug533WhatStandsAroundAPage
{
    private const string Menu = "<nav><a href='/'>Home</a> <a href='/all'>All ideas</a></nav>";

    [Theory]
    [InlineData($"<a href='#m'>Skip</a><header>{Menu}</header><main id='m'><h1>Reeds</h1><p>Plan</p></main><footer>2019</footer>")]
    [InlineData($"<header>{Menu}<b>Mill Fund</b></header><h1>Reeds</h1><p>Plan</p><footer>© 2019</footer>")]
    [InlineData($"<header>{Menu}<h1>Reeds</h1></header><p>Plan</p><footer>© 2019</footer>")]
    [InlineData($"{Menu}<article><header><h1>Reeds</h1></header><p>Plan</p></article>")]
    [InlineData($"{Menu}<main><p><a href='/all'>← All ideas</a> / </p><h1>Reeds</h1><p>Plan</p></main>")]
    [InlineData($"<header><h1>Reeds</h1></header>{Menu}<main><p>Plan</p></main>")]
    public void Of_APageOfASite_IsItsTitleAndItsText(string html)
    {
        var sections = Of(html);

        Assert.Equal("Reeds", sections.Title);
        Assert.Equal("Plan", Assert.Single(sections.Sections).Text);
    }

    [Theory]
    [InlineData("<article><h1>Reeds</h1><p>Plan</p><footer>By Ann Lee</footer></article>", "By Ann Lee")]
    [InlineData("<nav><p>Only this</p></nav>", "Only this")]
    [InlineData("<nav><p>Never closed", "Never closed")]
    public void Of_WhatIsPartOfTheText_StaysThere(string html, string text)
        => Assert.Contains(text, Assert.Single(Of(html).Sections).Text, StringComparison.Ordinal);

    private static BodySections Of(string html) => BodySections.Of(new SourceBody(html, SourceMarkup.Html));
}
