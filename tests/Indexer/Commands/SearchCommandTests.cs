using Xunit;

namespace ProposalSearch.Indexer.Tests.Commands;

public sealed class SearchCommandTests
{
    [Fact]
    public void Search_Words_ShowsHitsWithPassagesUnderTheirQuestions()
    {
        using var console = BuildCommandTests.Samples();
        console.Build();

        Assert.Equal(0, console.Run("search", "city", "--index", console.Index));
        Assert.StartsWith("1 of 1 proposals match city", console.Out, StringComparison.Ordinal);
        Assert.Contains("Trees for all", console.Out, StringComparison.Ordinal);
        Assert.Contains("Tree People, 2015, 2015/a", console.Out, StringComparison.Ordinal);
        Assert.Contains("What is the need you’re responding to?", console.Out, StringComparison.Ordinal);
        Assert.Contains("[city]", console.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("many")]
    public void Search_AWrongLimit_IsRefused(string limit)
    {
        using var console = BuildCommandTests.Samples();
        console.Build();

        Assert.Equal(2, console.Run("search", "city", "--index", console.Index, "--limit", limit));
        Assert.Contains(limit, console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_WithoutAnIndex_SaysWhatToDo()
    {
        using var console = new Console();

        Assert.Equal(2, console.Run("search", "city", "--index", console.Index));
        Assert.Contains("There is no index", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_OfAnIndex_NamesItsFacets()
    {
        using var console = BuildCommandTests.Samples();
        console.Build();

        Assert.Equal(0, console.Run("stats", "--index", console.Index));
        Assert.Matches("Facets +year", console.Out);
    }

    [Fact]
    public void Verify_AWholeIndex_EndsWith0()
    {
        using var console = BuildCommandTests.Samples();
        console.Build();

        Assert.Equal(0, console.Run("verify", "--index", console.Index));
    }
}
