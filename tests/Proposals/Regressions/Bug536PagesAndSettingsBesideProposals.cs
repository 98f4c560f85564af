using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Pages that every site has, read-mes in a second language and the files that programs are set up by were proposals.</summary>
public sealed class Bug536PagesAndSettingsBesideProposals
{
    [Theory]
    [InlineData("index.md", "---\nlayout: home\n---\nWelcome to our fund.\n")]
    [InlineData("about.html", "---\ntitle: About us\n---\n<p>Who we are.</p>\n")]
    [InlineData("acerca.md", "---\ntitle: Acerca\n---\nSomos un fondo.\n")]
    [InlineData("404.html", "---\ntitle: Not found\n---\n<p>This page is gone.</p>\n")]
    [InlineData("README.es.md", "# Fondo\n\nComo presentar una propuesta.\n")]
    [InlineData("README copy.md", "# Fund\n\nHow to propose.\n")]
    [InlineData("package.json", "{\"name\": \"fund-site\", \"description\": \"The site of the fund\", \"scripts\": {\"build\": \"make\"}}")]
    [InlineData("docker-compose.yml", "services:\n  web:\n    image: site\n")]
    public void Run_ASite_HasItsProposalsAlone(string name, string text)
    {
        using var archive = Site().Write(name, text);

        var (report, index) = archive.Run();

        Assert.Equal(["The long shore", "Two chairs"], index.Added.Select(static one => one.Title).Order(StringComparer.Ordinal));
        Assert.Equal(name, Assert.Single(report.Warnings, static warning => warning.LeavesOut).Path);
    }

    [Theory]
    [InlineData("films/index.md", "---\ntitle: Kites\n---\nA film about kites.\n")]
    [InlineData("about-rivers.md", "---\ntitle: About rivers\n---\nA film about rivers.\n")]
    [InlineData("package.md", "---\ntitle: Package\n---\nA film about a parcel.\n")]
    public void Run_WhatIsOnlyNamedAlike_IsAProposal(string name, string text)
    {
        using var archive = Site().Write(name, text);

        Assert.Equal(3, archive.Run().Index.Added.Count);
    }

    [Fact]
    public void Run_NumberedFiles_AreAllProposals()
    {
        using var archive = new TemporaryArchive();
        for (var number = 399; number < 410; number++)
        {
            archive.Write($"{number}.md", $"---\ntitle: Kite {number}\n---\nA film about kites.\n");
        }

        Assert.Equal(11, archive.Run().Index.Added.Count);
    }

    [Fact]
    public void Run_PagesOfNoSite_AreProposals()
    {
        using var archive = new TemporaryArchive()
            .Write("index.md", "---\ntitle: Kites\n---\nA film about kites.\n")
            .Write("about.md", "---\ntitle: Rivers\n---\nA film about rivers.\n");

        Assert.Equal(2, archive.Run().Index.Added.Count);
    }

    private static TemporaryArchive Site() => new TemporaryArchive()
        .Write("_posts/2021-03-02-shore.md", "---\ntitle: The long shore\n---\nA film about a shore.\n")
        .Write("_posts/2022-04-11-chairs.md", "---\ntitle: Two chairs\n---\nTwo chairs talk.\n");
}
