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
    public void Stats_OfAnIndex_ListsEachWordingWithItsQuestionAndConfidence()
    {
        using var console = BuildCommandTests.Samples()
            .Write(
                "source/c.yml",
                "title: C\nHow will you assess and judge your endeavor?: By counting trees.\n"
                + "Who sings the song of the trees?: Nobody.\nproject_areas: [SOUTH LA]\n");
        console.Build();

        Assert.Equal(0, console.Run("stats", "--index", console.Index, "--values"));
        Assert.Matches(@"1 +8 +1\.00 +need +What is the need you’re responding to\?", console.Out);
        Assert.Matches(@"1 +3 +0\.[4-9][0-9] +evaluation +How will you assess and judge your endeavor\? +\(like: ", console.Out);
        Assert.Matches(@"1 +1 +- +Who sings the song of the trees\?", console.Out);
        Assert.Matches("Area \\(area\\): 1 values, not stated by 1", console.Out);
        Assert.Matches("1 +SOUTH LA +→ +South LA", console.Out);
        Assert.Matches("Questions answered \\(answered\\): 2 values", console.Out);
    }

    [Fact]
    public void Schema_OfAFolder_IsWrittenOnceAndCanBeBuiltWith()
    {
        using var console = BuildCommandTests.Samples().Write("source/c.yml", "title: C\nmood: A good one, all in all.\n");
        var file = System.IO.Path.Combine(console.Source, "..", "schema.yml");

        Assert.Equal(0, console.Run("schema", console.Source));
        Assert.Contains("answers:", console.Out, StringComparison.Ordinal);
        Assert.Equal(0, console.Run("schema", console.Source, "--out", file));
        Assert.Contains(file, console.Out, StringComparison.Ordinal);
        Assert.Equal(0, console.Build("--schema", file));
        Assert.DoesNotContain("Keys that the schema does not name", console.Out, StringComparison.Ordinal);
        Assert.Equal(2, console.Run("schema", console.Source, "--out", file));
        Assert.Contains("there already", console.Error, StringComparison.Ordinal);
        Assert.Equal(2, console.Run("schema", "/no/such/folder"));
    }

    [Fact]
    public void Verify_AWholeIndex_EndsWith0()
    {
        using var console = BuildCommandTests.Samples();
        console.Build();

        Assert.Equal(0, console.Run("verify", "--index", console.Index));
    }

    [Fact]
    public void Stats_Synonyms_ArePartOfASchema()
    {
        using var console = new Console();
        string[] people = ["elderly", "seniors"];
        for (var at = 0; at < 12; at++)
        {
            var word = people[at % 2];
            console.Write(
                $"source/{at}.md",
                $"---\ntitle: T{at}\n---\n# Why?\n\nWe visit lonely {word} people, and frail {word} neighbors; for {word} dancers.\n");
        }

        console.Build();

        Assert.Equal(0, console.Run("stats", "--synonyms", "--index", console.Index));
        Assert.Contains(
            "- ['\"elderly\"', '\"seniors\"']   # likeness 1.00, in 6 and 6 proposals: ", console.Out, StringComparison.Ordinal);
        Assert.Contains("synonyms:\n  en:\n", console.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
