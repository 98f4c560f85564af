using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// In lists of funders of research nobody proposed anything, and amounts with decimals were codes that nobody can search or filter by.
/// </summary>
public sealed class Bug682ColumnsOfFunders
{
    [Theory]
    [InlineData("Research Organization - standardized")]
    [InlineData("ResearchInstitution")]
    [InlineData("LeadROName")]
    [InlineData("Host institution")]
    [InlineData("coordinator")]
    public void Run_WhoDoesResearch_IsTheOrganization(string key)
    {
        var rows = Enumerable.Range(1, 12).Select(static at => $"Kiln {at},University of Hull {at % 4},ESRC\n");
        using var archive = new TemporaryArchive().Write("a.csv", $"Title,{key},Funder\n" + string.Concat(rows));

        Assert.Equal("University of Hull 1", archive.Run().Index.Added[0].Organization);
    }

    [Theory]
    [InlineData("ecMaxContribution", "12{0},{0}", "ec_max_contribution")]
    [InlineData("usd_pledged", "12{0}.0", "usd_pledged")]
    [InlineData("goal", "{0}00.5", "goal")]
    public void Run_AmountsUnderOtherNames_AreCountedInRanges(string key, string value, string field)
    {
        var rows = Enumerable.Range(10, 20).Select(
            at => $"Kiln {at};{string.Format(System.Globalization.CultureInfo.InvariantCulture, value, at)}\n");
        using var archive = new TemporaryArchive().Write("a.csv", $"title;{key}\n" + string.Concat(rows));

        Assert.Contains(archive.Run().Index.Committed!.Facets, facet => facet.Field == field && facet.Type == FacetType.Number);
    }

    [Fact]
    public void Run_NumbersWithDecimals_AreNoNumbersToReferBy()
    {
        var rows = Enumerable.Range(10, 20).Select(static at => $"Kiln {at},{at / 10}.{at}\n");
        using var archive = new TemporaryArchive().Write("a.csv", "title,Average score\n" + string.Concat(rows));

        var role = Assert.Single(archive.Run().Report.InferredRoles);

        Assert.Equal("texts that seldom repeat", role.Reason);
    }
}
