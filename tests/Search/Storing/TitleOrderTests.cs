using ProposalSearch.Search.Storing;
using Xunit;

namespace ProposalSearch.Search.Tests.Storing;

public sealed class TitleOrderTests
{
    [Theory]
    [InlineData("en", "The Arts", "arts")]
    [InlineData("en", "“The Arts”", "arts")]
    [InlineData("en", "A walk in the park", "walk in the park")]
    [InlineData("en", "AN HOUR", "hour")]
    [InlineData("en", "“A” walk", "a walk")]
    [InlineData("en", "A to Z", "a to z")]
    [InlineData("en", "A-Z of arts", "a z of arts")]
    [InlineData("en", "A.B.C.", "a b c")]
    [InlineData("en", "The", "the")]
    [InlineData("en", "Theory", "theory")]
    [InlineData("en", "El Sereno", "el sereno")]
    [InlineData("en", "#EmpowerLA!", "empowerla")]
    [InlineData("en", "Élan  café – now", "elan cafe now")]
    [InlineData("en", "Children's Art", "childrens art")]
    [InlineData("en", "2 rivers", "12 rivers")]
    [InlineData("en", "10 rivers", "210 rivers")]
    [InlineData("en", "007 rivers", "17 rivers")]
    [InlineData("en", "LA2050", "la42050")]
    [InlineData("en", "10,000 steps", "510000 steps")]
    [InlineData("en", "1,2,3 go", "11 12 13 go")]
    [InlineData("en", "123456789012", "93123456789012")]
    [InlineData("en", "!!!", "!!!")]
    [InlineData("en", "東京 2", "東京 12")]
    [InlineData("es", "El jardín", "jardin")]
    [InlineData("es", "Unas Ideas", "ideas")]
    [InlineData("es", "The Arts", "the arts")]
    [InlineData("fr", "L’Atelier", "atelier")]
    [InlineData("fr", "Les Arts", "arts")]
    [InlineData("en", "L'Atelier", "latelier")]
    [InlineData("de", "Die Kunst", "kunst")]
    [InlineData("pt", "A casa", "casa")]
    [InlineData("und", "The Arts", "the arts")]
    public void KeyOf_ATitle_IsWhatALibrarySortsBy(string language, string title, string key)
        => Assert.Equal(key, new TitleOrder(language).KeyOf(title));

    [Fact]
    public void KeyOf_AnyNumbers_SortByTheirValue()
    {
        var order = new TitleOrder("en");
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var (one, other) = (Any(random), Any(random));
            Assert.Equal(
                Math.Sign(one.CompareTo(other)), Math.Sign(string.CompareOrdinal(order.KeyOf($"{one}"), order.KeyOf($"{other}"))));
        }
    }

    private static long Any(Random random) => random.NextInt64(1L << random.Next(62));
}
