using ProposalSearch.Proposals;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// An organization with several names was suggested once for each; what was suggested, and a value of a facet, found one name alone.
/// </summary>
public abstract partial class SearchBackendConformance
{
    private const string LongName = "Los Angeles Family Housing";
    private const string ShortName = "LA Family Housing";

    private ProposalIndex WithNames() => Index(
        Some.Metadata with
        {
            Organizations = [[ShortName, "L.A. Family Housing Corp.", LongName, "LAFH"]],
            Facets = [new("applicant", "Applicant", FacetType.Text)],
        },
        [Named("a", ShortName), Named("b", ShortName), Named("c", "L.A. Family Housing Corp."), Named("d", LongName), Named("e", "LAFH"),
            Named("other", "LA Family Gardens")]);

    private static Proposal Named(string id, string organization) =>
        Some.Proposal(id) with { Organization = organization, Facets = Some.Facets(("applicant", [organization])) };

    [Theory]
    [InlineData("la family", "LA Family Housing|LA Family Gardens")]
    [InlineData("los angeles fam", LongName)]
    [InlineData("housing", ShortName)]
    [InlineData("lafh", "LAFH")]
    public async Task Bug590Suggest_AnOrganizationWithSeveralNames_ComesOnce(string typed, string suggested)
    {
        var found = (await WithNames().SuggestAsync(new SuggestRequest { Text = typed, TimeBudget = null }))
            .Where(static one => one.Kind == SuggestionKind.Organization);

        Assert.Equal(suggested, string.Join('|', found.Select(static one => one.Text)));
    }

    [Theory]
    [InlineData("organization:\"LA Family Housing\"", "a b c d e")]
    [InlineData("organization:\"l.a. family housing, inc.\"", "a b c d e")]
    [InlineData("organization:\"LAFH\"", "a b c d e")]
    [InlineData("organization:\"Family Housing\"", "a b c d")]
    [InlineData("-organization:\"LAFH\"", "other")]
    [InlineData("\"LAFH\"", "e")]
    [InlineData("LAFH", "a b c d e")]
    [InlineData("applicant:LAFH", "a b c d e")]
    public async Task Bug590Search_ANameOfAnOrganization_FindsItUnderAll(string text, string ids) =>
        Assert.Equal(ids.Split(' '), await Found(WithNames(), text));

    [Fact]
    public async Task Bug590Facet_AName_StandsForAllAndIsCountedSo()
    {
        var index = WithNames();
        var all = Assert.Single((await index.SearchAsync(new SearchRequest())).Facets);
        var chosen = await index.SearchAsync(new SearchRequest { Filters = [Having("applicant", "LAFH")], TimeBudget = null });

        Assert.Equal([(ShortName, 5L), ("LA Family Gardens", 1)], all.Values.Select(static value => (value.Value, (long)value.Count)));
        Assert.Equal(5, chosen.Total);
        Assert.Equal(("LAFH", 5L, true), (chosen.Facets[0].Values.Where(static value => value.Selected)
            .Select(static value => (value.Value, (long)value.Count, value.Selected)).Single()));
    }

    [Fact]
    public async Task Bug590Suggest_WithinFilters_AnOtherNameIsEnough()
    {
        var request = new SuggestRequest { Text = "lafh", Filters = [Having("applicant", LongName)], TimeBudget = null };

        Assert.Contains("LAFH", (await WithNames().SuggestAsync(request)).Select(static one => one.Text));
    }
}
