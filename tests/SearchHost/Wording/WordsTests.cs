using System.Net;
using System.Text.RegularExpressions;
using ProposalSearch.Testing;
using Xunit;
using Words = ProposalSearch.SearchHost.Wording.Words;

namespace ProposalSearch.SearchHost.Tests.Wording;

/// <summary>Every sentence of the pages is in every language, with the same holes and all forms that the language needs.</summary>
public sealed partial class WordsTests
{
    private static readonly string Pages = Path.Combine(Repository.Root, "src", "SearchHost");

    public static TheoryData<string> Languages() => [.. Words.All.Select(words => words.Code)];

    [Fact]
    public void All_Languages_AreEnglishAndSpanishAtLeast()
    {
        Assert.Equal("en", Words.All[0].Code);
        Assert.Contains("es", Words.All.Select(words => words.Code));
        Assert.Equal(Directory.GetFiles(Path.Combine(Pages, "Wording"), "*.json").Length, Words.All.Count);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Keys_OfALanguage_AreThoseOfEnglish(string code)
    {
        var (english, words) = (Words.All[0], Words.Find(code)!);
        var counted = english.Keys.ToDictionary(entry => entry.Key, entry => entry.Value.Count > 1);

        Assert.Equal(counted.Keys.Order(), words.Keys.Select(entry => entry.Key).Order());
        foreach (var (key, forms) in words.Keys)
        {
            Assert.Equal(counted[key] ? words.PluralForms.Order() : ["other"], forms.Order());
            Assert.True(english.HolesOf(key).SetEquals(words.HolesOf(key)), $"{code}: {key} has other holes than in English");
        }
    }

    [Fact]
    public void Keys_All_AreUsedAndThereIsNoOther()
    {
        var sources = Directory.GetFiles(Pages, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var asked = sources.SelectMany(source => Asked().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();
        var literals = sources.SelectMany(source => Literal().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet();
        var keys = Words.All[0].Keys.Select(entry => entry.Key).ToList();

        Assert.True(asked.Count > 50);
        Assert.Empty(asked.Except(keys));
        Assert.Empty(keys.Except(literals));
    }

    [Theory]
    [InlineData("en", 1, "1 answer")]
    [InlineData("en", 0, "0 answers")]
    [InlineData("en", 1_288, "1,288 answers")]
    [InlineData("es", 1, "1 respuesta")]
    [InlineData("es", 1_288, "1288 respuestas")]
    [InlineData("es", 12_345, "12\u202f345 respuestas")]
    [InlineData("es", 2_000_000, "2\u202f000\u202f000 de respuestas")]
    public void Count_OfANumber_HasItsFormAndItsDigits(string code, long number, string said) =>
        Assert.Equal(said, WebUtility.HtmlDecode(Words.Find(code)!.Count("count.answers", number).ToString()));

    [Fact]
    public void Say_TextInAHole_IsEncoded() => Assert.Equal(
        "Without: &lt;b&gt; &amp; {n}", Words.Find("en")!.Say("hits.missing", ("words", "<b> & {n}")).ToString());

    [Fact]
    public void Say_NothingForAHole_IsAFault() => Assert.Throws<KeyNotFoundException>(() => Words.Find("en")!.Say("hits.missing"));

    [Theory]
    [InlineData("es-MX", "es")]
    [InlineData("EN", "en")]
    [InlineData("est", null)]
    [InlineData("", null)]
    public void Find_Code_IsThatOfTheLanguageAlone(string code, string? found) => Assert.Equal(found, Words.Find(code)?.Code);

    [GeneratedRegex(@"(?<=[Ww]ords)\.(?:Say|Count|Text|FormsOf)\(\s*""([^""]+)""")]
    private static partial Regex Asked();

    [GeneratedRegex("\"([a-z]+(?:[.-][a-z-]+)+)\"")]
    private static partial Regex Literal();
}
