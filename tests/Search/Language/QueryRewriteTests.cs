using ProposalSearch.Search.Language;
using Xunit;

namespace ProposalSearch.Search.Tests.Language;

public sealed class QueryRewriteTests
{
    [Theory]
    [InlineData("the poverty of nations", "poverty AND nations")]
    [InlineData("the", "")]
    [InlineData("poverty -the", "poverty")]
    [InlineData("the -poverty", "NOT poverty")]
    [InlineData("(the OR poverty) nations", "poverty AND nations")]
    [InlineData("(the OR of) nations", "nations")]
    [InlineData("title:the nations", "nations")]
    [InlineData("in:need the", "")]
    [InlineData("in:need", "in:need")]
    [InlineData("poverty OR (the -nations)", "poverty OR (NOT nations)")]
    [InlineData("-(the of)", "")]
    [InlineData("(a (b (the c))) d", "a AND b AND c AND d")]
    public void Rewrite_ToNothing_TakesGroupsWithIt(string text, string expected)
    {
        var root = QueryText.Parse(text, QueryTextTests.Options).Root;
        var rest = QueryText.Rewrite(root, (leaf, _) => leaf is WordNode { Text: "the" or "of" } ? null : leaf);

        Assert.Equal(expected, QueryText.Print(rest));
    }

    [Fact]
    public void Rewrite_OfNothing_GivesAnEqualTree()
    {
        var root = QueryText.Parse("a (b OR -c*) -\"d e\" year:2015.. title:f~ in:need g", QueryTextTests.Options).Root;

        Assert.Equal(root, QueryText.Rewrite(root, (leaf, _) => leaf));
    }

    [Fact]
    public void Leaves_OfAQuery_TellWhatMustNotMatch()
    {
        var leaves = QueryText.Leaves(QueryText.Parse("a -b -(c -d) title:e year:2015", QueryTextTests.Options).Root);

        Assert.Equal(
            ["a", "NOT b", "NOT c", "d", "e", "year:2015"],
            leaves.Select(leaf => (leaf.Excluded ? "NOT " : "") + QueryText.Print(leaf.Node)));
    }
}
