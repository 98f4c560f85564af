using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Signs that other search boxes know were dropped without a word, and what was found was often the opposite.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("year:>2014", "year:2015..")]
    [InlineData("year:>=2014", "year:2014..")]
    [InlineData("year:=>2014", "year:2014..")]
    [InlineData("year:<2014", "year:..2013")]
    [InlineData("year:<=2014", "year:..2014")]
    [InlineData("year:≥2014", "year:2014..")]
    [InlineData("year:=2014", "year:2014")]
    [InlineData("year:!2014", "NOT year:2014")]
    [InlineData("year:!=2014", "NOT year:2014")]
    [InlineData("-year:!2014", "year:2014")]
    [InlineData("year: 2014", "year:2014")]
    [InlineData("year: > 2014", "year:2015..")]
    [InlineData("year>2014", "year:2015..")]
    [InlineData("year >= 2014", "year:2014..")]
    [InlineData("year<2014", "year:..2013")]
    [InlineData("year = 2014", "year:2014")]
    [InlineData("year:\"2014\"", "year:2014")]
    [InlineData("year:“2013..2014”", "year:2013..2014")]
    [InlineData("year:[2013 TO 2014]", "year:2013..2014")]
    [InlineData("year:[2013 to 2014]", "year:2013..2014")]
    [InlineData("year:{2013 TO 2015}", "year:2014..2014")]
    [InlineData("year:[2014 TO *]", "year:2014..")]
    [InlineData("year:[* TO 2014}", "year:..2013")]
    [InlineData("year:2013-2014", "year:2013..2014")]
    [InlineData("year:2013–2014", "year:2013..2014")]
    [InlineData("year:2013...2014", "year:2013..2014")]
    [InlineData("year:(2013 OR 2015)", "year:2013 OR year:2015")]
    [InlineData("year:(2013 2015)", "year:2013 OR year:2015")]
    [InlineData("year:(2013, 2015)", "year:2013 OR year:2015")]
    [InlineData("year:(2013|2015..)", "year:2013 OR year:2015..")]
    [InlineData("year:(>=2014 AND <2016)", "year:2014.. AND year:..2015")]
    [InlineData("year:(NOT 2014)", "NOT year:2014")]
    [InlineData("category:(learn OR play)", "category:learn OR category:play")]
    [InlineData("category:(learn play)", "category:\"learn play\"")]
    [InlineData("category:(learn, play)", "category:learn OR category:play")]
    [InlineData("area:(South LA OR \"East LA\")", "area:\"South LA\" OR area:\"East LA\"")]
    [InlineData("category:!learn", "NOT category:learn")]
    [InlineData("garden year:>2013 -category:(live OR play)", "garden AND year:2014.. AND NOT (category:live OR category:play)")]
    [InlineData("garden && river", "garden AND river")]
    [InlineData("garden || river", "garden OR river")]
    [InlineData("garden !river", "garden AND NOT river")]
    [InlineData("poverty^2 college", "poverty AND college")]
    [InlineData("\"public library\"^3", "\"public library\"")]
    [InlineData("\"public * library\"", "\"public * library\"")]
    public async Task Bug107Operators_OfOtherSearchBoxes_AreUnderstood(string text, string interpreted)
    {
        var response = await Search(Corpus(), new SearchRequest { Text = text, Match = MatchMode.All });

        Assert.Equal(interpreted, response.Query.Interpreted);
        Assert.DoesNotContain(response.Warnings, warning => !warning.StartsWith("No proposal has", StringComparison.Ordinal));
        Assert.Equal(response.Total, (await Search(Corpus(), interpreted)).Total);
    }

    [Theory]
    [InlineData("year:201*", "year:2010..2019", "'year:201*' was read as 'year:2010..2019'.")]
    [InlineData("year:201?", "year:2010..2019", "'year:201?' was read as 'year:2010..2019'.")]
    [InlineData("2013..2014", "year:2013..2014", "'2013..2014' was read as 'year:2013..2014'.")]
    [InlineData("garden <2014", "garden AND 2014", "'<' was ignored.")]
    [InlineData("garden ~river", "garden AND river", "'~' was ignored.")]
    [InlineData(
        "garden [2013 TO 2014]", "garden AND 2013 AND 2014", "'[' was ignored: a range belongs to a field, as year:[2013 TO 2014].")]
    [InlineData("(garden river)^2", "garden AND river", "'^2' was ignored: a weight goes with a word or a phrase.")]
    [InlineData("category:lea*", "category:lea", "In 'category:lea*' the sign at the end was ignored: a value is searched for as a whole.")]
    [InlineData("category: learn", "category AND learn", "'category:' was read as a word: its value stands right behind the colon.")]
    [InlineData("year:(2013 OR soon)", "year:2013", "'soon' was ignored: it is no number of year.")]
    public async Task Bug107Signs_ThatAreNotUnderstoodAsTheyStand_AreTold(string text, string interpreted, string warning)
    {
        var response = await Search(Corpus(), new SearchRequest { Text = text, Match = MatchMode.All });

        Assert.Equal(interpreted, response.Query.Interpreted);
        Assert.Contains(warning, response.Warnings);
    }

    [Fact]
    public async Task Bug107Weights_OfWords_DecideTheOrder()
    {
        var index = Index(Some.Proposal("a", "cedar cedar"), Some.Proposal("b", "maple maple"));
        (string Text, string First)[] queries =
            [("cedar^3 maple", "a"), ("cedar maple^3", "b"), ("cedar^0.2 maple", "b"), ("\"maple maple\"^9 cedar", "b")];
        foreach (var (text, first) in queries)
        {
            Assert.Equal(first, (await Search(index, new SearchRequest { Text = text, Match = MatchMode.Any })).Hits[0].Id);
        }
    }
}
