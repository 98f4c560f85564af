using ProposalSearch.Backends.Embedded;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>Words that stand in a heading alone, or in a key that one file has, could not be searched for.</summary>
public sealed class Bug195WordsOfHeadings
{
    [Theory]
    [InlineData("herons", "a")]
    [InlineData("boxes", "a")]
    [InlineData("rooftop", "a")]
    [InlineData("wetland", "b")]
    [InlineData("otters", "c")]
    public async Task Search_AWordOfAHeading_FindsTheProposal(string query, string id)
    {
        using var archive = new TemporaryArchive()
            .Write(
                "a.md",
                "---\ntitle: School\n---\n\n## Boxes for herons\n\nWe do.\n\n### On each rooftop\n\nBy hand.\n\n## Why now?\n\nLate.\n")
            .Write("b.md", "---\ntitle: Pond\nA place in the wetland for all: We dig it.\n---\n")
            .Write("c.html", "<h1>Bank</h1><p>Words.</p><h2>Otters at the bank</h2><p>They come.</p>");
        using var index = new TemporaryFolder();
        var backend = new SearchBackend(new EmbeddedStore());
        await IndexingPipeline.RunAsync(new IndexingOptions(archive.Path, index.Path, null), backend, TimeProvider.System);
        using var opened = await backend.OpenAsync(index.Path);

        var response = await opened.SearchAsync(new SearchRequest { Text = query, Exact = true, TimeBudget = null });
        Assert.Equal(id, Assert.Single(response.Hits).Id);
    }

    [Fact]
    public void Run_WhatSaysNothingOfItsOwn_IsNoAnswer()
    {
        using var archive = new TemporaryArchive();
        for (var number = 0; number < 4; number++)
        {
            archive.Write(
                $"{number}.md",
                "---\ntitle: Pond\nWhat would you build?: A box.\n---\n\n## Security considerations\n\nNone.\n\n## A box\n\nA box.\n");
        }

        Assert.All(
            archive.Run().Index.Added,
            static proposal => Assert.DoesNotContain(proposal.Answers, static answer => answer.Question == "Headings"));
    }
}
