using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>How a site's pages look, in the folders that its program has for that, was a proposal.</summary>
public sealed class Bug445LayoutsOfSites
{
    [Fact]
    public void Run_AFolderOfJekyll_HasItsPostsAlone()
    {
        using var archive = new TemporaryArchive()
            .Write("_layouts/default.html", "<html><body>{{ content }}</body></html>")
            .Write("_includes/nav/head.html", "<p>Head</p>")
            .Write("_posts/2021-03-02-shore.md", "---\ntitle: The long shore\n---\nA film about a shore.\n")
            .Write("_posts/2022-04-11-chairs.md", "---\ntitle: Two chairs\n---\nTwo chairs talk.\n");

        var (report, index) = archive.Run();

        Assert.Equal(["The long shore", "Two chairs"], index.Added.Select(static one => one.Title).Order(StringComparer.Ordinal));
        Assert.Equal(2, report.Warnings.Count(static warning => warning.LeavesOut));
    }
}
