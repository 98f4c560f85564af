using ProposalSearch.Proposals.Schema;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

public sealed class FacetNormalizerTests
{
    [Theory]
    [InlineData(" Education ", "Education")]
    [InlineData("County (please select only if countywide)", "County")]
    [InlineData("Pipeline (an integrated network of", "Pipeline")]
    [InlineData("A (b (c) d) E", "A E")]
    [InlineData("(all of it)", "(all of it)")]
    [InlineData("LA County", "County of Los Angeles")]
    [InlineData("n/a", null)]
    [InlineData("a sentence that is longer than forty characters is prose", null)]
    [InlineData("", null)]
    public void Values_OfATextFacet_AreCanonical(string text, string? value)
    {
        var rule = new FacetRule
        {
            Definition = new FacetDefinition("area", "Area", FacetType.Text),
            DropParentheses = true,
            MaxLength = 40,
            Aliases = [(new KeyPattern("la county"), "County of Los Angeles"), (new KeyPattern("n/a"), "")],
        };

        var area = new FacetNormalizer(rule);

        Assert.Equal(value is null ? [] : [new FacetEntry("area", value)], area.Entries(text));
        Assert.Equal(area.Entries(text), area.Entries(text));
    }

    [Theory]
    [InlineData("$100,000", "100000")]
    [InlineData("-5", "-5")]
    [InlineData("about 5", "5")]
    [InlineData("1,200+ people", "1200")]
    [InlineData("2.5 million", "2500000")]
    [InlineData("10k", "10000")]
    [InlineData("US$ 25,000.00", "25000")]
    [InlineData("10-20", null)]
    [InlineData("500 students and 40 teachers", null)]
    [InlineData("1,20", null)]
    [InlineData("a lot", null)]
    [InlineData("99999999999999999999", null)]
    public void Values_OfANumberFacet_AreWholeNumbers(string text, string? value)
    {
        var rule = new FacetRule { Definition = new FacetDefinition("amount", "Amount", FacetType.Number) };

        Assert.Equal(value is null ? [] : [value], Values(rule, text));
    }

    [Theory]
    [InlineData("$100,000", "100,000 and more", "100000")]
    [InlineData("99,999", "10,000 to 99,999", "99999")]
    [InlineData("7", "below 10,000", "7")]
    public void Entries_OfNumbersWithRanges_AreRangeAndNumber(string text, string range, string number)
    {
        var rule = new FacetRule
        {
            Definition = new FacetDefinition("amount_range", "Amount", FacetType.Text),
            Below = new FacetDefinition("amount", "Amount", FacetType.Number) { IsListed = false },
            Ranges = new NumberRanges([10_000, 100_000]),
        };

        Assert.Equal([new FacetEntry("amount_range", range), new FacetEntry("amount", number)], new FacetNormalizer(rule).Entries(text));
        Assert.False(new FacetNormalizer(rule).IsUnreadable(text));
        Assert.True(new FacetNormalizer(rule).IsUnreadable("some"));
        Assert.Empty(new FacetNormalizer(rule).Entries("some"));
    }

    [Theory]
    [InlineData("SOUTH LA", "area=South LA", false)]
    [InlineData(" South Los Angeles (all of it)", "area=South LA", false)]
    [InlineData("Other:: South L.A.", "area=South LA", false)]
    [InlineData("Watts", "area=South LA|neighborhood=Watts", false)]
    [InlineData("Compton, Inglewood", "area=Gateway Cities|neighborhood=Compton|area=South Bay|neighborhood=Inglewood", true)]
    [InlineData("Schools in West Hollywood and South LA", "area=Central LA|neighborhood=West Hollywood|area=South LA", true)]
    [InlineData("Harvard-Westlake High School", "neighborhood=Harvard-Westlake High School", false)]
    [InlineData("all over the world", "", true)]
    [InlineData("LAUSD", "area=LAUSD", false)]
    [InlineData("Catalina Island", "neighborhood=Catalina Island", false)]
    [InlineData("n/a", "", false)]
    [InlineData("LA County (please select only if countywide)", "area=County of Los Angeles", false)]
    public void Entries_OfBuiltInAreas_AreWhatAPersonWouldList(string text, string entries, bool isProse)
    {
        var area = new FacetNormalizer(SchemaFile.BuiltIn().Facets.Single(static rule => rule.Definition.Field == "area"));

        Assert.Equal(entries, string.Join('|', area.Entries(text).Select(static entry => $"{entry.Field}={entry.Value}")));
        Assert.Equal(isProse, area.IsProse(text));
    }

    [Theory]
    [InlineData("Rates of homelessness", "live", "Homelessness")]
    [InlineData("Homelessness (Dream Metric)", "live", "Homelessness")]
    [InlineData("PERCENTAGE OF TREE CANOPY COVER", "live", "Tree canopy cover")]
    [InlineData("Number of high-growth startups", "create", "High-growth startups")]
    [InlineData("Social & emotional support", "connect", "Social and emotional support")]
    [InlineData("A metric of next year", null, "A metric of next year")]
    public void Entries_OfBuiltInMetrics_LieBelowTheirGoal(string text, string? goal, string metric)
    {
        var rule = SchemaFile.BuiltIn().Facets.Single(static rule => rule.Definition.Field == "metric_goal");

        Assert.Equal(
            goal is null ? [new FacetEntry("metric", metric)] : [new FacetEntry("metric_goal", goal), new FacetEntry("metric", metric)],
            new FacetNormalizer(rule).Entries(text));
    }

    [Theory]
    [InlineData("Ann Lee (@ann), Bob Ray <bob@x.org>, et al.", "Ann Lee|Bob Ray")]
    [InlineData("Ann Lee and Bob Ray", "Ann Lee|Bob Ray")]
    [InlineData("Lee, Ann", "Lee, Ann")]
    [InlineData("Ann Lee; Bob Ray & Cy Diaz", "Ann Lee|Bob Ray|Cy Diaz")]
    [InlineData("Sandy Anderson", "Sandy Anderson")]
    public void Values_OfPeople_AreTheirNames(string text, string names)
    {
        var rule = new FacetRule { Definition = new FacetDefinition("author", "Author", FacetType.Text), Split = FacetRule.SplitPeople };

        Assert.Equal(names.Split('|'), Values(rule, text));
    }

    private static IEnumerable<string> Values(FacetRule rule, string text)
        => new FacetNormalizer(rule).Entries(text).Where(entry => entry.Field == rule.Definition.Field).Select(static entry => entry.Value);
}
