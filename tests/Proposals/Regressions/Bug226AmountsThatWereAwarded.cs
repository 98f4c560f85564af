using System.Globalization;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>What a funder awarded was called 'Amount requested'.</summary>
public sealed class Bug226AmountsThatWereAwarded
{
    [Theory]
    [InlineData("award_amount", "Award amount")]
    [InlineData("grant_amount", "Grant amount")]
    [InlineData("amount_requested", "Amount requested")]
    public void Run_TheFacetOfAmounts_IsCalledAsTheArchiveCallsIt(string key, string label)
    {
        using var archive = new TemporaryArchive().Write("a.csv", $"title,{key}\n" + string.Concat(Enumerable.Range(0, 12).Select(
            static at => string.Create(CultureInfo.InvariantCulture, $"Kite {at} of town,{1000 * (at + 3)}\n"))));

        Assert.Equal(label, archive.Run().Index.Committed!.Facets.Single(static facet => facet.Field == "amount").Label);
    }
}
