using ProposalSearch.Search.Completing;
using Xunit;

namespace ProposalSearch.Search.Tests.Completing;

public sealed class CompletionTests
{
    private const string LevelUp = "Level Up: Students, Organizations, and Colleges";

    private static readonly SuggestionPhrase[] Phrases =
    [
        new(LevelUp, 3, 1),
        new("LIFT-LA Member2Member Project", 2, 1),
        new("Level Playing Field Institute", 5, 2),
        new("Los Angeles", 9, 3),
        new("Lost Angels Children’s Project", 1, 2),
        new("College success", 4, 3),
        new("Café con Leche", 1, 1),
        new("College success", 2, 1),
        new("!!!", 100, 1),
    ];

    // Typed text, and the completions in order.
    [Theory]
    [InlineData("", "")]
    [InlineData("?!", "")]
    [InlineData("lev", "Level Playing Field Institute|" + LevelUp)]
    [InlineData("LEVEL  U", LevelUp)]
    [InlineData("level", "Level Playing Field Institute|" + LevelUp)]
    [InlineData("colleges", LevelUp + "|College success|College success")]
    [InlineData("colleges ", LevelUp + "|College success|College success")]
    [InlineData("organizations and coll", LevelUp)]
    [InlineData("students, org", LevelUp)]
    [InlineData("students col", "")]
    [InlineData("los", "Los Angeles|Lost Angels Children’s Project")]
    [InlineData("los ", "Los Angeles")]
    [InlineData("los ange", "Los Angeles")]
    [InlineData("lsot ange", "Lost Angels Children’s Project")]
    [InlineData("children's p", "Lost Angels Children’s Project")]
    [InlineData("childrens", "Lost Angels Children’s Project")]
    [InlineData("cafe", "Café con Leche")]
    [InlineData("LECHÉ", "Café con Leche")]
    [InlineData("lifft-la", "LIFT-LA Member2Member Project")]
    [InlineData("levle pl", "Level Playing Field Institute")]
    [InlineData("orgnaizatoins", LevelUp)]
    [InlineData("orgnaizatiosn andd", "")]
    [InlineData("xyz", "")]
    public void Complete_Typed_OffersPhrases(string typed, string texts)
    {
        var file = new WrittenSuggestions(Phrases);

        Assert.Equal(texts, string.Join('|', file.Texts(typed)));
    }

    /// <summary>The words from the last "art" on come first in the order of the file, for nothing follows it.</summary>
    [Fact]
    public void Complete_WordTwiceInAPhrase_FitsWhereItComesFirst()
    {
        var file = new WrittenSuggestions(new SuggestionPhrase("The art of making art", 1, 1));

        Assert.Equal((4, 3), file.Reader.Complete("art", 10).Select(found => (found.MatchStart, found.MatchLength)).Single());
    }

    [Fact]
    public void Complete_Found_TellsAllOfThePhraseAndWhereItFits()
    {
        var file = new WrittenSuggestions(Phrases);

        Assert.Equal(
            [new Completion(LevelUp, 3, 1, 0, 10, 23)],
            file.Reader.Complete("students, orga", 10));
        Assert.Equal("Students, Organizations", LevelUp.Substring(10, 23));
        Assert.Equal(2, Assert.Single(file.Reader.Complete("orgnaizatoins", 10)).Edits);
        Assert.Equal(8, file.Reader.Count);
    }

    [Fact]
    public void Complete_Limit_KeepsTheBest()
    {
        var file = new WrittenSuggestions(Phrases);

        Assert.Equal(["Los Angeles"], file.Texts("l", 1));
        Assert.Equal(["Los Angeles", "Level Playing Field Institute"], file.Texts("l", 2));
        Assert.Empty(file.Texts("l", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Reader.Complete("l", -1));
    }

    [Fact]
    public void Complete_ManyWordsOrLetters_FindsNothingAndTakesNoTime()
    {
        var file = new WrittenSuggestions(Phrases);

        Assert.Empty(file.Texts(string.Join(' ', Enumerable.Repeat("level", SuggestionsReader.MaxTypedWords + 1))));
        Assert.Empty(file.Texts(new string('l', 100_000)));
        Assert.Empty(file.Texts("\uD800\0\u202E"));
    }

    [Fact]
    public void Complete_NoPhrases_FindsNothing()
    {
        var file = new WrittenSuggestions();

        Assert.Empty(file.Texts("anything"));
        Assert.Equal(0, file.Reader.Count);
    }

    [Fact]
    public void Add_SameTextAndKind_AddsTheWeights()
    {
        var file = new WrittenSuggestions(new("One", 1, 1), new("Other", 1.5f, 1), new("One", 1, 1), new("One", 1, 2));

        Assert.Equal([("One", 2f, 1), ("Other", 1.5f, 1), ("One", 1f, 2)],
            file.Reader.Complete("o", 9).Select(found => (found.Text, found.Weight, (int)found.Kind)));
    }

    [Fact]
    public void Add_WeightThatIsNoNumber_IsRefused()
    {
        var writer = new SuggestionsWriter(new(Analysis.Forms.AnalysisOptions.Default));

        Assert.Throws<ArgumentException>(() => writer.Add(new SuggestionPhrase("a", float.NaN, 0)));
    }

    [Fact]
    public void Write_WorkedExampleOfTheFormat_HasItsBytes()
    {
        var file = new WrittenSuggestions(new SuggestionPhrase("LA up", 1, 2));

        Assert.Equal(
            "01000000020000000200000000000000" + "04000000000000000500000000000000"
            + "02000000040000006C61757000000000" + "05000000000000004C41207570000000"
            + "0000803F000000000200000000000000" + "0200000000000000" + "0000000001000000" + "0000000000000000"
            + "00000000000000000000000000000000" + "01000000000000000000000000000000",
            Convert.ToHexString(file.Bytes));
    }

    [Fact]
    public void Write_PhrasesInAnotherOrder_GivesTheSameBytes()
    {
        var file = new WrittenSuggestions(Phrases);
        var other = new WrittenSuggestions(Phrases.Reverse());

        Assert.Equal(file.Bytes, other.Bytes);
    }
}
