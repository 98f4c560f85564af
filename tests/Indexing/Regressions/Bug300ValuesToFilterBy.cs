using ProposalSearch.Backends.Embedded;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>
/// What became a value to filter by, a year, the label of a link or the name of an account could not be searched for, though the file has
/// the word.
/// </summary>
public sealed class Bug300ValuesToFilterBy
{
    [Theory]
    [InlineData("granted", 5)]
    [InlineData("2014", 5)]
    [InlineData("\"harbour district\"", 5)]
    [InlineData("transcript", 1)]
    [InlineData("kelpwatch", 1)]
    [InlineData("mossy", 1)]
    [InlineData("harvested", 0)]
    public async Task Search_AWordThatAFileStates_FindsTheProposal(string query, int proposals)
    {
        using var archive = new TemporaryArchive();
        for (var number = 0; number < 10; number++)
        {
            archive.Write($"{number}.md", File(number));
        }

        using var index = new TemporaryFolder();
        var backend = new SearchBackend(new EmbeddedStore());
        await IndexingPipeline.RunAsync(new IndexingOptions(archive.Path, index.Path, null), backend, TimeProvider.System);
        using var opened = await backend.OpenAsync(index.Path);

        Assert.Equal(proposals, (await opened.SearchAsync(new SearchRequest { Text = query, Exact = true })).Total);
    }

    [Fact]
    public void Run_WhatATextSaysToo_IsStatedOnce()
    {
        using var archive = new TemporaryArchive().Write(
            "a.md", "---\ntitle: Kelp in 2014\nyear: 2014\nproject_areas: [South LA]\n---\nWe work in South LA all year.\n");

        Assert.DoesNotContain(archive.Run().Index.Added[0].Answers, static answer => answer.Question == "Also stated");
    }

    /// <summary>A schema that lists the names of a facet says what is one; another may be anything, and stays a value.</summary>
    [Fact]
    public void Run_ANameThatTheSchemasListDoesNotHave_IsAValueAlone()
    {
        const string Text = "---\ntitle: Kelp\nyear: 2014\nproject_areas: [South LA, Harbor College]\n---\nWe work by the sea.\n";
        using var archive = new TemporaryArchive().Write("a.md", Text).Write("b.md", Text);
        var proposal = archive.Run().Index.Added[0];

        var stated = Assert.Single(proposal.Answers, static answer => answer.Question == "Also stated").Text;
        Assert.Contains("South LA", stated, StringComparison.Ordinal);
        Assert.DoesNotContain(proposal.Answers, static answer => answer.Text.Contains("College", StringComparison.Ordinal));
        Assert.Contains("Harbor College", proposal.Facets["neighborhood"]);
    }

    private static string File(int number) => FormattableString.Invariant(
        $"""
        ---
        title: Kelp bed {"abcdefghij"[number]}
        year: {(number % 2 == 0 ? 2014 : 2016)}
        status: {(number % 2 == 0 ? "granted" : "refused")}
        quarter: {(number % 2 == 0 ? "Harbour District" : "Old Mill")}
        link: https://example.org/{number}
        link_name: {(number == 3 ? "Transcript" : "Letter")}
        twitter: {(number == 4 ? "kelpwatch" : "")}
        author: Ann Lee{(number == 5 ? " (@mossy), ann@harvested.org" : "")}
        ---

        Words about the sea.
        """);
}
