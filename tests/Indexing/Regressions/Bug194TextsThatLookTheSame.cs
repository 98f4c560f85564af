using ProposalSearch.Backends.Embedded;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>Hangul in parts, as some systems name files, and subscript digits were other words than those that people type.</summary>
public sealed class Bug194TextsThatLookTheSame
{
    [Theory]
    [InlineData("제주", "a")]
    [InlineData("해변 정원", "해변 정원")]
    [InlineData("NH3", "a")]
    [InlineData("NH₃", "a")]
    public async Task Search_WhatIsTyped_IsFound(string query, string name)
    {
        using var archive = new TemporaryArchive()
            .Write("a.md", $"---\ntitle: {InParts("제주 바다")}\n---\nLess NH₃ in the pond.\n")
            .Write($"{InParts("해변 정원")}.md", "A garden.\n")
            .Write("c.md", "---\ntitle: NH\n---\nAnother pond.\n");
        using var index = new TemporaryFolder();
        var backend = new SearchBackend(new EmbeddedStore());
        await IndexingPipeline.RunAsync(new IndexingOptions(archive.Path, index.Path, null), backend, TimeProvider.System);
        using var opened = await backend.OpenAsync(index.Path);

        var response = await opened.SearchAsync(new SearchRequest { Text = query, TimeBudget = null });

        Assert.Equal(InParts(name), Assert.Single(response.Hits, static hit => !hit.Partial).Id);
    }

    [Fact]
    public void Run_AFileNamedInParts_HasAWholeTitle()
    {
        using var archive = new TemporaryArchive().Write($"{InParts("해변 정원")}.md", "A garden.\n");

        Assert.Equal("해변 정원", Assert.Single(archive.Run().Index.Added).Title);
    }

    /// <summary>Each syllable of Hangul as its parts (Unicode, 3.12).</summary>
    private static string InParts(string text) => string.Concat(text.Select(static letter => letter is >= '\uAC00' and <= '\uD7A3'
        ? $"{(char)('\u1100' + ((letter - '\uAC00') / 588))}{(char)('\u1161' + ((letter - '\uAC00') % 588 / 28))}"
            + ((letter - '\uAC00') % 28 is > 0 and var last ? ((char)('\u11A7' + last)).ToString() : "")
        : letter.ToString()));
}
