using ProposalSearch.Proposals;
using Xunit;

namespace ProposalSearch.Search.Tests;

/// <summary>The words of faults, which programs over HTTP repeat as they are; the conformance suite pins the codes.</summary>
public sealed class SearchRequestCheckTests
{
    private static readonly IndexMetadata Metadata = new()
    {
        Fingerprint = "test",
        Facets = [new FacetDefinition("year", "Year", FacetType.Number), new FacetDefinition("category", "Category", FacetType.Text)],
        Questions = [new QuestionDefinition("need", "Why?"), new QuestionDefinition("title", "What is it called?")],
    };

    [Fact]
    public void Faults_OfTheDefaults_AreNone() => Assert.Empty(Messages(new SearchRequest()));

    [Fact]
    public void Faults_OfNames_SayWhatIsMeantOrThereIs()
    {
        Assert.Equal(["There is no question 'ned'. Did you mean need?"], Messages(new SearchRequest { In = ["need", "ned", "title"] }));
        Assert.Equal(
            ["There is no question 'qqqqqq'. There are need, title, summary, organization."],
            Messages(new SearchRequest { In = ["qqqqqq"] }));
        Assert.Equal(["There is no facet 'categry'. Did you mean category?"], Messages(new SearchRequest { Facets = ["year", "categry"] }));
        Assert.Equal(["There is no facet 'qqqqqq'. There are year, category."], Messages(Filtered(new FacetFilter("qqqqqq"))));
    }

    [Fact]
    public void Faults_OfNumbersAndChoices_NameWhatIsAllowed()
    {
        var request = new SearchRequest
        {
            Page = 999,
            PerPage = 101,
            Snippets = -1,
            SnippetLength = 39,
            FacetSize = 10_001,
            Sort = (SortOrder)9,
        };

        Assert.Equal(
            [
                "per_page is '101'; it must be a whole number from 0 to 100.",
                "snippets is '-1'; it must be a whole number from 0 to 20.",
                "snippet_length is '39'; it must be a whole number from 40 to 2000.",
                "facet_size is '10001'; it must be a whole number from 0 to 10000.",
                "sort is '9'; it must be one of relevance, newest, oldest, title.",
            ],
            Messages(request));
        Assert.Equal(["page is '0'; it must be a whole number from 1."], Messages(new SearchRequest { Page = 0 }));
    }

    [Fact]
    public void Faults_OfFilters_SayWhatToSend()
    {
        var year = new FacetFilter("year");
        string[] beside = ["year has both a range and single values: send either one range, such as 2016..2020, or values."];
        Assert.Equal(beside, Messages(Filtered(year with { Range = new NumberRange(2013, 2015), Include = ["2016"] })));
        Assert.Equal(
            ["'soon' is no year: send a whole number, a range such as 2016..2020, 2016.. or ..2020, or ~missing."],
            Messages(Filtered(year with { Include = ["2013", "soon"], Exclude = ["~missing", "-5"] })));
        Assert.Contains("its ends in order", Assert.Single(Messages(Filtered(year with { Range = new NumberRange(2015, 2013) }))));
        Assert.Contains("must have an end", Assert.Single(Messages(Filtered(year with { Range = new NumberRange(null, null) }))));
        Assert.Contains("takes no range", Assert.Single(Messages(Filtered(new FacetFilter("category") { Range = new NumberRange(1, 2) }))));
        Assert.Contains("two filters", Assert.Single(Messages(Filtered(year, year))));
    }

    [Fact]
    public void Faults_OfAPageBeyondTheLast_SayHowToReadOn()
    {
        var request = new SearchRequest { Page = 1_001 };
        var faults = new FaultList();
        SearchRequestCheck.AddFaults(request, Metadata, faults, readOn: "Ask somebody.");

        Assert.Equal("Pages reach the first 10,000 hits. Ask somebody.", faults.Sentences);
        Assert.StartsWith("Pages reach the first 10,000 hits. To read on, go on from the cursor", Assert.Single(Messages(request)));
        Assert.Empty(Messages(request with { Cursor = "anywhere" }));
    }

    [Fact]
    public void Faults_OfPartsThatCouldNotBeRead_AreToldAfterThoseOfNames()
    {
        var (faults, unread) = (new FaultList(), new FaultList());
        unread.Add("unread", "page", () => "Unread.");
        SearchRequestCheck.AddFaults(new SearchRequest { In = ["x"], Facets = ["x"], Snippets = -1 }, Metadata, faults, unread);

        Assert.Equal(["in", "facets", "page", "snippets"], faults.Told.Select(fault => fault.Parameter));
    }

    [Theory]
    [InlineData("0", 0, true)]
    [InlineData("100", 100, true)]
    [InlineData("007", 7, true)]
    [InlineData("101", 101, false)]
    [InlineData("-1", 0, false)]
    [InlineData("+1", 0, false)]
    [InlineData(" 1", 0, false)]
    [InlineData("1.0", 0, false)]
    [InlineData("99999999999", 0, false)]
    [InlineData("", 0, false)]
    public void TryRead_OfBounds_TakesDigitsWithinThem(string text, int number, bool isRead)
    {
        Assert.Equal(isRead, NumberBounds.PerPage.TryRead(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("newest", true)]
    [InlineData("NEWEST", true)]
    [InlineData("1", false)]
    [InlineData("newest,title", false)]
    [InlineData("", false)]
    public void TryRead_OfAChoice_TakesItsNamesAlone(string word, bool isRead)
    {
        Assert.Equal(isRead, ChoiceWords.TryRead<SortOrder>(word, out var order));
        Assert.Equal(isRead ? SortOrder.Newest : default, order);
    }

    private static SearchRequest Filtered(params FacetFilter[] filters) => new() { Filters = filters };

    private static string[] Messages(SearchRequest request)
    {
        var faults = new FaultList();
        SearchRequestCheck.AddFaults(request, Metadata, faults);
        return [.. faults.Told.Select(fault => fault.Message)];
    }
}
