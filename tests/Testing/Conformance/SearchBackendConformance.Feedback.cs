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

    /// <summary>An organization that writes the same every year is one voice, also where its name gets initials in one of them.</summary>
    [Fact]
    public async Task Feedback_OfOneOrganization_CountsOnce()
    {
        string[] names =
            ["Valley Audubon Society", "Valley Audubon Society (VAS)", "The Valley Audubon Society, Inc.", "Harbor Lights", "Pier Nine"];
        var index = Index(
        [
            .. names.Select((name, number) => Some.Proposal($"a{number}", name.Contains("Audubon", StringComparison.Ordinal)
                ? "homeless homeless wetlands herons"
                : "homeless homeless kitchens showers") with
            { Organization = name }),
            .. Enumerable.Range(0, 20).Select(number => Some.Proposal($"b{number:00}", $"opera {Filler[number % 10]}")),
        ]);

        var weighed = (await Search(index, "homeless")).Query.AlsoWeighed;

        Assert.Contains("kitchens", weighed);
        Assert.DoesNotContain("wetlands", weighed);
    }

    /// <summary>Who writes is no subject: others who are named, or a word of a name in texts of others, are.</summary>
    [Fact]
    public async Task Feedback_LeavesOutTheWordsOfAHitsOwnOrganization()
    {
        var index = Index(
        [
            Some.Proposal("a0", "homeless at the harbor, shelter") with { Organization = "Harbor Lights" },
            Some.Proposal("a1", "homeless at the harbor, shelter") with { Organization = "Harbor Mission" },
            Some.Proposal("a2", "homeless by the pier, shelter") with { Organization = "Oak Grove" },
            Some.Proposal("a3", "homeless by the pier") with { Organization = "Elm Grove" },
            .. Enumerable.Range(0, 20).Select(number => Some.Proposal($"b{number:00}", $"opera {Filler[number % 10]}")),
        ]);

        var weighed = (await Search(index, "homeless")).Query.AlsoWeighed;

        Assert.Contains("shelter", weighed);
        Assert.Contains("pier", weighed);
        Assert.DoesNotContain("harbor", weighed);
    }

    /// <summary>Rare words of the hits of a common word would else decide alone: what says the word most must stay before them.</summary>
    [Fact]
    public async Task Feedback_AddsNoMoreThanTwiceTheBestHitsOwnScore()
    {
        string rare = string.Join(
            ' ', Enumerable.Range(0, 30).Select(static number => "rare" + (char)('a' + (number / 10)) + (char)('a' + (number % 10))));
        var index = Index(
        [
            .. Enumerable.Range(0, 10).Select(number => Some.Proposal($"a{number}", $"school school school school {rare}")),
            .. Enumerable.Range(0, 40).Select(number => Some.Proposal($"b{number:00}", $"school {string.Join(' ', Filler)}")),
            .. Enumerable.Range(0, 90).Select(number => Some.Proposal($"c{number}", $"opera {Filler[number % 10]}")),
        ]);

        var account = (await Search(index, new SearchRequest { Text = "school", Explain = true })).Hits[0].Explanation!;
        var added = account.Details
            .Where(static part => part.Description.StartsWith("rare", StringComparison.Ordinal)).Sum(static part => part.Value);
        var own = account.Value - added;

        Assert.True(added > 0);
        Assert.True(added <= 2 * own, $"{added} beside {own}");
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
