using ProposalSearch.SearchHost.Wording;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Wording;

/// <summary>Rules as the Unicode CLDR 46 has them, and the examples that it gives for whole numbers.</summary>
public sealed class PluralRulesTests
{
    private static readonly Dictionary<string, (string Form, string Rule)[]> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = [("one", "i = 1 and v = 0")],
        ["es"] = [("one", "n = 1"), ("many", "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5")],
        ["fr"] = [("one", "i = 0,1"), ("many", "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5")],
        ["pl"] =
        [
            ("one", "i = 1 and v = 0"), ("few", "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"),
            ("many", "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14"),
        ],
        ["lv"] = [("zero", "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19"), ("one", "n % 10 = 1 and n % 100 != 11")],
        ["ja"] = [],
    };

    [Theory]
    [InlineData("en", "1", "0 2 11 100 1000000")]
    [InlineData("fr", "0 1", "2 17 100")]
    [InlineData("ja", "", "0 1 2 1000000")]
    public void Form_OfNumbers_IsOneOrOther(string language, string one, string other)
    {
        Assert.All(Numbers(one), number => Assert.Equal("one", Of(language).Form(number)));
        Assert.All(Numbers(other), number => Assert.Equal("other", Of(language).Form(number)));
    }

    [Theory]
    [InlineData("es", "many", "1000000 2000000 15000000")]
    [InlineData("es", "other", "0 2 16 1000 999999 1000001")]
    [InlineData("es", "one", "1")]
    [InlineData("pl", "one", "1")]
    [InlineData("pl", "few", "2 3 4 22 24 102 1002")]
    [InlineData("pl", "many", "0 5 12 13 14 19 21 100 111 1000000")]
    [InlineData("lv", "zero", "0 10 11 19 20 111 1000000")]
    [InlineData("lv", "one", "1 21 101 1001")]
    [InlineData("lv", "other", "2 9 22 102")]
    public void Form_OfNumbers_IsThatOfTheCldr(string language, string form, string numbers) =>
        Assert.All(Numbers(numbers), number => Assert.Equal(form, Of(language).Form(number)));

    [Theory]
    [InlineData("i == 1")]
    [InlineData("x = 1")]
    [InlineData("n % 0 = 1")]
    [InlineData("n = 1..")]
    [InlineData("")]
    public void Rules_NotInTheNotation_AreAFault(string rule) =>
        Assert.Throws<FormatException>(() => new PluralRules([KeyValuePair.Create("one", rule)]));

    private static PluralRules Of(string language) =>
        new(Languages[language].Select(rule => KeyValuePair.Create(rule.Form, rule.Rule)));

    private static IEnumerable<long> Numbers(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse);
}
