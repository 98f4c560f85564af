using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary><c>Los Angeles, CA</c> and <c>Acme, Inc.</c> were two values each.</summary>
public sealed class Bug219CommasThatBelongToAName
{
    [Theory]
    [InlineData("Lyon, France|Lyon, France|Bern, Suisse|Metz, France|Bern, Suisse|Metz, France|Lyon, France|Bern, Suisse",
        "Bern, Suisse|Lyon, France|Metz, France")]
    [InlineData("Kite Works, Ltd.|Rope, Sail and Sons|Kite Works, Ltd.|Rope, Sail and Sons|Mast, GmbH|Mast, GmbH|Mast, GmbH",
        "Kite Works, Ltd.|Mast, GmbH|Rope, Sail and Sons")]
    [InlineData("wind, rope|rope, sail|sail|wind, sail|rope|wind, rope|sail, wind|rope, sail", "rope|sail|wind")]
    [InlineData("a kite; a rope|a rope; a sail|a kite|a rope; a sail|a kite; a rope|a sail|a kite; a sail|a rope", "a kite|a rope|a sail")]
    public void Decide_AComma_SeparatesOnlyWhatStandsAloneOrInSeveralCombinations(string texts, string values)
    {
        using var archive = new TemporaryArchive();
        foreach (var (at, text) in texts.Split('|').Index())
        {
            archive.Write($"{at:00}.yml", $"title: Kite {at}\nmaker: '{text}'\n");
        }

        var found = archive.Run().Index.Added.SelectMany(static proposal => proposal.Facets["maker"]).Distinct();
        Assert.Equal(values.Split('|'), found.Order(StringComparer.Ordinal));
    }
}
