using ProposalSearch.Search.Completing;
using ProposalSearch.Search.Language;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Search.Tests.Completing;

public sealed class PhraseCounterTests
{
    [Fact]
    public void Frequent_WordsSideBySide_AreCountedOnceAProposal()
    {
        var counter = Counted(
            "Affordable housing, affordable housing.",
            "More affordable Housing",
            "housing that is AFFORDABLE housing",
            "affordable, housing");

        Assert.Equal(
            [("affordable", 4f), ("affordable housing", 3f), ("housing", 4f)],
            counter.Frequent().OrderBy(phrase => phrase.Text, StringComparer.Ordinal));
    }

    [Fact]
    public void Frequent_PhraseOfThreeWords_TakesThePlaceOfPartsThatAreHardlySeenAlone()
    {
        var counter = Counted("quality of life", "quality of life", "quality of life");

        Assert.Equal(["quality of life"], counter.Frequent().Select(phrase => phrase.Text));
    }

    [Theory]
    [InlineData("of the")]
    [InlineData("how could they")]
    [InlineData("2050 501 12")]
    [InlineData("la xy z")]
    [InlineData("\0\u202e🎉")]
    public void Frequent_FunctionWordsNumbersAndShortWords_AreNone(string text)
    {
        Assert.Empty(Counted(text, text, text, text).Frequent());
    }

    [Fact]
    public void Frequent_LargeArchive_IsEstimatedFromASampleAndTheSameEachTime()
    {
        var filler = string.Concat(Enumerable.Range(0, 100).Select(number => $"word{(char)('a' + (number % 26))} "));
        string[] texts = [.. Enumerable.Range(0, 6_000).Select(number => (number % 2 == 0 ? "community garden, " : "") + filler)];
        var frequent = Counted(texts).Frequent();

        Assert.Equal(frequent, Counted(texts).Frequent());
        Assert.Contains(frequent, phrase => phrase is { Text: "community garden", Proposals: > 1_500 });
    }

    private static PhraseCounter Counted(params string[] texts)
    {
        var counter = new PhraseCounter(FunctionWords.All);
        foreach (var (number, text) in texts.Index())
        {
            counter.Add(Some.Proposal($"{number}", text) with { Title = "" });
        }

        return counter;
    }
}
