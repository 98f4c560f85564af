using ProposalSearch.Proposals.Schema;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

public sealed class KeyPatternTests
{
    [Theory]
    [InlineData("maker_image_*", "Maker image id", true)]
    [InlineData("maker_image_*", "maker_images", false)]
    [InlineData("*_url", "website_url", true)]
    [InlineData("*_url", "curl", false)]
    [InlineData("*improve the following* metrics", "How will your proposal improve the following “Live” metrics?", true)]
    [InlineData("*a*a*", "a", false)]
    [InlineData("*a*a*", "banana", true)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("*", "anything", true)]
    [InlineData("title", "TITLE", true)]
    [InlineData("title", "titles", false)]
    public void Matches_Keys_AsAPersonWouldExpect(string pattern, string key, bool matches)
        => Assert.Equal(matches, new KeyPattern(pattern).Matches(Wording.Normalize(key)));
}
