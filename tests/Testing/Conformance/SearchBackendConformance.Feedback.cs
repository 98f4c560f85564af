using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>What the best hits have in common orders the others, and finds nothing.</summary>
public abstract partial class SearchBackendConformance
{
    private static readonly string[] Filler =
        ["amber", "basalt", "cobalt", "dune", "ember", "fjord", "granite", "heather", "iris", "jade"];

    private ProposalIndex ShelterIndex() => Index(
    [
        .. Enumerable.Range(0, 9).Select(
            number => Some.Proposal($"a{number}", $"homeless homeless homeless shelter beds {Filler[number]} 2015")),
        Some.Proposal("b", $"homeless {string.Join(' ', Filler)} opera tickets"),
        Some.Proposal("c", $"homeless {string.Join(' ', Filler)} shelter beds"),
        Some.Proposal("d", "shelter beds for all"),
        .. Enumerable.Range(0, 20).Select(number => Some.Proposal($"e{number:00}", $"opera {Filler[number % 10]} tickets for the town")),
    ]);

    [Fact]
    public async Task Feedback_OfTheBestHits_OrdersAndFindsNothingMore()
    {
        var response = await Search(ShelterIndex(), "homeless");
        var ids = Ids(response);

        Assert.Equal(11, response.Total);
        Assert.True(Array.IndexOf(ids, "c") < Array.IndexOf(ids, "b"), string.Join(", ", ids));
        Assert.Contains("shelter", response.Query.AlsoWeighed);
        Assert.Contains("beds", response.Query.AlsoWeighed);
        Assert.DoesNotContain("2015", response.Query.AlsoWeighed);
        Assert.DoesNotContain("homeless", response.Query.AlsoWeighed);
        Assert.Equal("homeless", response.Query.Interpreted);
    }

    [Fact]
    public async Task Feedback_OfOneRequest_IsTheSameOnEveryPageAndWithFilters()
    {
        var index = ShelterIndex();
        var first = await Search(index, new SearchRequest { Text = "homeless", PerPage = 3 });
        var second = await Search(index, new SearchRequest { Text = "homeless", PerPage = 3, Page = 2 });
        var next = await Search(index, new SearchRequest { Text = "homeless", PerPage = 3, Cursor = first.NextCursor });

        Assert.NotEmpty(first.Query.AlsoWeighed);
        Assert.Equal(first.Query.AlsoWeighed, second.Query.AlsoWeighed);
        Assert.Equal(first.Query.AlsoWeighed, next.Query.AlsoWeighed);
        Assert.Equal(second.Hits.Select(hit => (hit.Id, hit.Score)), next.Hits.Select(hit => (hit.Id, hit.Score)));
    }

    [Theory]
    [InlineData("\"homeless shelter\"", SortOrder.Relevance)]
    [InlineData("homel*", SortOrder.Relevance)]
    [InlineData("title:untitled", SortOrder.Relevance)]
    [InlineData("", SortOrder.Relevance)]
    [InlineData("homeless", SortOrder.Newest)]
    public async Task Feedback_WhereItCannotHelp_IsOff(string text, SortOrder sort) =>
        Assert.Empty((await Search(ShelterIndex(), new SearchRequest { Text = text, Sort = sort })).Query.AlsoWeighed);

    [Fact]
    public async Task Feedback_InTheAccountOfAScore_IsAPartOfIt()
    {
        var response = await Search(ShelterIndex(), new SearchRequest { Text = "homeless", Explain = true });
        var account = response.Hits[0].Explanation!;

        Assert.Equal(response.Hits[0].Score, account.Details.Sum(part => part.Value), 1e-4);
        Assert.Contains(account.Details, part => part.Description.StartsWith("shelter [stemmed]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Closeness_OfTheWordsOfAQuery_OrdersWhatHasThemAll()
    {
        var index = Index(
            Some.Proposal("a", "skate in one town and in all of the other towns of this valley there is no green place and no park"),
            Some.Proposal("b", "in one town and in all of the other towns of this valley there is no green place and no skate park"),
            Some.Proposal("c", "town"));

        Assert.Equal(["b", "a"], await Ids(index, "skate park"));
    }
}
