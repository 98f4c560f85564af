using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// First names and surnames were facets of a form's export; a box that was ticked, which has its own label as its value, was who proposes.
/// </summary>
public sealed class Bug681PartsOfNames
{
    [Theory]
    [InlineData("First name")]
    [InlineData("Submitter Last Name")]
    [InlineData("PISurname")]
    [InlineData("Vorname")]
    [InlineData("Apellidos")]
    public void Run_PartsOfNames_AreNoFacets(string key)
    {
        var rows = Enumerable.Range(1, 20).Select(static at => $"Kiln {at},{(at % 3 == 0 ? "Ann" : "Bo")}\n");
        using var archive = new TemporaryArchive().Write("a.csv", $"Title,{key}\n" + string.Concat(rows));

        var index = archive.Run().Index;

        Assert.DoesNotContain(index.Committed!.Facets, static facet => facet.Field != "year");
        Assert.Equal("Bo", Assert.Single(index.Added[0].Answers).Text);
    }

    [Fact]
    public void Run_ABoxThatIsTicked_IsNotWhoProposes()
    {
        var rows = Enumerable.Range(1, 20).Select(static at => $"Kiln {at},{(at % 3 == 0 ? "Charity," : ",Company")}\n");
        using var archive = new TemporaryArchive().Write("a.csv", "Title,Charity,Company\n" + string.Concat(rows));

        Assert.All(archive.Run().Index.Added, static one => Assert.Null(one.Organization));
    }
}
