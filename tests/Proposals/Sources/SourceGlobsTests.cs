using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

public sealed class SourceGlobsTests
{
    [Theory]
    [InlineData("", "", "2015/a.md 2015/b.yml 2016/drafts/c.md README.md")]
    [InlineData("2015/*.md", "", "2015/a.md")]
    [InlineData("**/*.md", "", "2015/a.md 2016/drafts/c.md README.md")]
    [InlineData("2015/** 2016/**", "**/drafts/**", "2015/a.md 2015/b.yml")]
    [InlineData("", "**/README.md", "2015/a.md 2015/b.yml 2016/drafts/c.md")]
    [InlineData("", "**/readme.md", "2015/a.md 2015/b.yml 2016/drafts/c.md README.md")]
    [InlineData("*.md", "", "README.md")]
    [InlineData("../**", "", "")]
    public void List_Patterns_PickFiles(string include, string exclude, string picked)
    {
        using var archive = new TemporaryArchive();
        foreach (var path in (string[])["2015/a.md", "2015/b.yml", "2016/drafts/c.md", "README.md", "2015/x.png"])
        {
            archive.Write(path, "x");
        }

        var globs = new SourceGlobs(Words(include), Words(exclude));

        Assert.Equal(
            Words(picked).Order(StringComparer.Ordinal),
            SourceFolder.List(archive.Path, globs).Files.Select(static file => file.RelativePath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void List_WhatIsExcluded_MakesNoFault()
    {
        using var archive = new TemporaryArchive().Write("a.md", "x");
        Directory.CreateSymbolicLink(Path.Combine(archive.Path, "out"), "/");

        Assert.Single(SourceFolder.List(archive.Path).Faults);
        Assert.Empty(SourceFolder.List(archive.Path, new SourceGlobs([], ["out"])).Faults);
        Assert.Empty(SourceFolder.List(archive.Path, new SourceGlobs([], ["out/**"])).Faults);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
