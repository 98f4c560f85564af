using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A template whose name has letters for the number and the word "title" in another language was a proposal.</summary>
public sealed class Bug767TemplatesThatSayTitle
{
    [Theory]
    [InlineData("XXXX-titre.md")]
    [InlineData("NNNN-some-title.md")]
    [InlineData("xxx-titel-here.md")]
    public void Run_ATemplate_IsLeftOut(string name)
    {
        using var archive = new TemporaryArchive()
            .Write("0001-kite.md", "# Kite\n\nWe fly it.\n")
            .Write(name, "# RFC XXXX: Title\n\nA text.\n");

        var (report, index) = archive.Run();
        Assert.Equal("Kite", Assert.Single(index.Added).Title);
        Assert.Equal(name, Assert.Single(report.Warnings, static warning => warning.LeavesOut).Path);
    }

    [Fact]
    public void Run_WhatIsAboutTitles_IsAProposal()
        => Assert.Equal("Titles", TemporaryArchive.Of("0007-some-title.md", "# Titles\n\nWe paint titles.\n").Title);
}
