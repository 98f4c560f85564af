using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Search;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

public sealed class FacetRuleTests
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

        Assert.Equal(value is null ? [] : [value], rule.Values(text));
        Assert.Equal(value is null ? [] : [value], rule.Values(text));
    }

    [Theory]
    [InlineData("$100,000", "100000")]
    [InlineData("-5", "-5")]
    [InlineData("about 5", null)]
    public void Values_OfANumberFacet_AreWholeNumbers(string text, string? value)
    {
        var rule = new FacetRule { Definition = new FacetDefinition("amount", "Amount", FacetType.Number) };

        Assert.Equal(value is null ? [] : [value], rule.Values(text));
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

        Assert.Equal(names.Split('|'), rule.Values(text));
    }
}
