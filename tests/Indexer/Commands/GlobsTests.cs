using Xunit;

namespace ProposalSearch.Indexer.Tests.Commands;

/// <summary><c>--include</c> and <c>--exclude</c>, as they are typed.</summary>
public sealed class GlobsTests
{
    [Theory]
    [InlineData("--include", "2015/*.md", 2)]
    [InlineData("--include", "**/*.yml", 1)]
    [InlineData("--include", "2015", 3)]
    [InlineData("--include", "2015/", 3)]
    [InlineData("--include", "./2015/**", 3)]
    [InlineData("--exclude", "drafts/**", 4)]
    [InlineData("--exclude", "drafts", 4)]
    [InlineData("--exclude", "drafts/", 4)]
    [InlineData("--exclude", "**/README.md", 4)]
    [InlineData("--exclude", "*.md", 5)]
    public void Build_WithAPattern_ReadsTheFilesThatAreMeant(string option, string pattern, int files)
    {
        using var console = Archive();

        Assert.Equal(0, console.Build(option, pattern));
        Assert.Contains($"Read        {files} files", console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithSeveral_ReadsWhatOneIncludesAndNoneExcludes()
    {
        using var console = Archive();

        Assert.Equal(0, console.Build("--include", "2015/*.md", "--include", "2016/**", "--exclude", "**/README.md"));
        Assert.Contains("Read        2 files", console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithOtherPatternsLater_FollowsThem()
    {
        using var console = Archive();

        Assert.Equal(0, console.Build());
        Assert.Contains("Indexed     5 proposals", console.Out, StringComparison.Ordinal);
        Assert.Equal(0, console.Build("--exclude", "2015/**"));
        Assert.Contains("Indexed     2 proposals", console.Out, StringComparison.Ordinal);
        Assert.Equal(0, console.Build());
        Assert.Contains("Indexed     5 proposals", console.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing/**")]
    [InlineData("2015/*.MD")]
    public void Build_WhereNothingIsIncluded_SaysSo(string pattern)
    {
        using var console = Archive();

        Assert.Equal(2, console.Build("--include", pattern));
        Assert.Contains("none of its files is included", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("**")]
    [InlineData("[a")]
    [InlineData("../**")]
    public void Build_OddPatterns_AreNoCrash(string pattern)
    {
        using var console = Archive();

        Assert.InRange(console.Build("--exclude", pattern), 0, 2);
        Assert.DoesNotContain("Exception", console.Error, StringComparison.Ordinal);
    }

    private static Console Archive() => new Console()
        .Write("source/2015/a.md", "---\ntitle: A\n---\nA garden.\n")
        .Write("source/2015/b.yml", "title: B\n")
        .Write("source/2015/README.md", "---\ntitle: R\n---\nA reader.\n")
        .Write("source/2016/c.md", "---\ntitle: C\n---\nA park.\n")
        .Write("source/drafts/d.md", "---\ntitle: D\n---\nA draft.\n");
}
