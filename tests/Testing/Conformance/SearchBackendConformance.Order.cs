using ProposalSearch.Proposals;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Order, pages, cursors, streams.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData(SortOrder.Newest)]
    [InlineData(SortOrder.Oldest)]
    public async Task Sort_ByYear_PutsThoseWithoutAYearLast(SortOrder sort)
    {
        var hits = (await Search(Corpus(), new SearchRequest { Text = "neighborhood OR public OR free", Sort = sort, PerPage = 100 })).Hits;
        var years = hits.Select(hit => hit.Year).ToList();
        var ordered = sort == SortOrder.Newest
            ? years.OrderByDescending(year => year ?? int.MinValue) : years.OrderBy(year => year ?? int.MaxValue);

        Assert.Equal(ordered, years);
        Assert.Null(years[^1]);
        Assert.Null(years[^2]);
    }

    [Fact]
    public async Task Sort_ByYear_BreaksTiesByRelevanceThenId()
    {
        var hits = (await Search(
            Corpus(), new SearchRequest { Text = "river OR poverty OR music", Sort = SortOrder.Newest, PerPage = 100 })).Hits;
        var ordered = hits.OrderByDescending(hit => hit.Year ?? int.MinValue)
            .ThenByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal);

        Assert.Equal(ordered.Select(hit => hit.Id), hits.Select(hit => hit.Id));
    }

    [Fact]
    public async Task Sort_ByTitle_IgnoresCaseAccentsAndArticles()
    {
        var hits = (await Search(Corpus(), new SearchRequest { Sort = SortOrder.Title, PerPage = 100 })).Hits;

        Assert.Equal(
            [
                "Ábaco", "After-school tutors", "An archive without a year", "Bench", "bicycle kitchen", "Brass for all",
                "The college bus", "Élan café", "Élan choir", "Garden on the roof", "A library of tools", "Mural Mile", "Music bus",
                "Night clinic", "Poverty, mapped", "Rent school", "Swim the river", "Swim the river", "Urban farm", "Youth court",
            ],
            hits.Select(hit => hit.Title));
        Assert.Equal(["2013/swim", "2014/swim-again"], hits.Where(hit => hit.Title == "Swim the river").Select(hit => hit.Id));
    }

    [Fact]
    public async Task Sort_ByTitle_PutsTwoBeforeTen()
    {
        string[] titles = ["10 bridges", "2 bridges", "Room 10", "Room 9b", "The 3 rivers", "100,000 trees", "99 trees"];
        var index = Index([.. titles.Select((title, at) => Some.Proposal($"{at}") with { Title = title })]);

        Assert.Equal(
            ["2 bridges", "The 3 rivers", "10 bridges", "99 trees", "100,000 trees", "Room 9b", "Room 10"],
            (await Search(index, new SearchRequest { Sort = SortOrder.Title })).Hits.Select(hit => hit.Title));
    }

    private ProposalIndex FundedIndex() => Index(
        Some.Metadata with
        {
            Facets =
            [
                new("amount", "Amount", FacetType.Number), new("theme", "Theme", FacetType.Text), new("year", "Year", FacetType.Number),
            ],
            HasDays = true,
        },
        [
            Some.Proposal("a", "grant") with { Facets = Some.Facets(("amount", ["9000"]), ("theme", ["7"])), Day = new(2019, 3, 14) },
            Some.Proposal("b", "grant") with { Facets = Some.Facets(("amount", ["100000", "5"])), Day = new DateOnly(2019, 11, 2) },
            Some.Proposal("c", "grant") with { Facets = Some.Facets(("theme", ["8"])), Year = 2019 },
            Some.Proposal("d", "grant grant") with { Facets = Some.Facets(("amount", ["9000"])), Day = new DateOnly(2018, 12, 31) },
        ]);

    [Theory]
    [InlineData("amount", false, "d a b c")]
    [InlineData("amount", true, "b d a c")]
    [InlineData("date", false, "d a b c")]
    [InlineData("date", true, "b a d c")]
    [InlineData("year", true, "c d a b")]
    public async Task Sort_ByANumber_PutsThoseWithoutLast(string field, bool descending, string ids)
    {
        var index = FundedIndex();
        var request = new SearchRequest { Text = "grant", SortBy = new NumberOrder(field, descending) };

        Assert.Equal(ids, string.Join(' ', await Ids(index, request)));
        var page = await Search(index, request with { PerPage = 2 });
        var rest = await Search(index, request with { PerPage = 2, Cursor = page.NextCursor });
        Assert.Equal(ids, string.Join(' ', page.Hits.Concat(rest.Hits).Select(hit => hit.Id)));
    }

    [Theory]
    [InlineData("theme")]
    [InlineData("amounts")]
    [InlineData("")]
    public async Task Sort_ByWhatIsNoNumber_IsRefusedWithWhatThereIs(string field)
    {
        var refused = await Refused(FundedIndex(), new SearchRequest { SortBy = new NumberOrder(field, Descending: true) });

        Assert.Equal(
            $"sort is '-{field}'; it must be one of relevance, newest, oldest, title, date, -date, amount, -amount, year, -year.",
            Assert.Single(refused.Faults).Message);
    }

    [Fact]
    public async Task Sort_ByDay_IsRefusedWhereNoneIsKnown() =>
        Assert.Contains(
            "must be one of relevance, newest, oldest, title.",
            (await Refused(Index(), new SearchRequest { SortBy = new NumberOrder("date", true) })).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", SortOrder.Relevance)]
    [InlineData("", SortOrder.Title)]
    [InlineData("", SortOrder.Oldest)]
    [InlineData("public OR river OR music OR neighborhood", SortOrder.Relevance)]
    [InlineData("public OR river OR music OR neighborhood", SortOrder.Newest)]
    public async Task Pages_OfAnySize_ShowEveryHitOnceInTheSameOrder(string text, SortOrder sort)
    {
        var index = Corpus();
        var whole = await Ids(index, new SearchRequest { Text = text, Sort = sort, PerPage = 100 });
        Assert.True(whole.Length > 8);
        foreach (var size in new[] { 1, 3, 7, 100 })
        {
            var paged = new List<string>();
            for (var page = 1; page <= (whole.Length / size) + 1; page++)
            {
                var response = await Search(index, new SearchRequest { Text = text, Sort = sort, Page = page, PerPage = size });
                Assert.Equal(whole.Length, response.Total);
                paged.AddRange(response.Hits.Select(hit => hit.Id));
            }

            Assert.Equal(whole, paged);
        }
    }

    [Theory]
    [InlineData("", SortOrder.Relevance)]
    [InlineData("", SortOrder.Title)]
    [InlineData("public OR river OR music OR neighborhood", SortOrder.Relevance)]
    [InlineData("public OR river OR music OR neighborhood", SortOrder.Oldest)]
    public async Task Cursors_OfAnyOrder_ShowEveryHitOnceInTheSameOrder(string text, SortOrder sort)
    {
        var index = Corpus();
        var request = new SearchRequest { Text = text, Sort = sort, PerPage = 3, Filters = [new("area") { Exclude = ["Downtown"] }] };
        var whole = await Ids(index, request with { PerPage = 100 });
        var walked = new List<string>();
        var cursor = (string?)null;
        do
        {
            var response = await Search(index, request with { Cursor = cursor });
            Assert.Equal(whole.Length, response.Total);
            walked.AddRange(response.Hits.Select(hit => hit.Id));
            Assert.True(walked.Count <= whole.Length);
            cursor = response.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(whole, walked);
    }

    [Fact]
    public async Task Cursors_BeyondTheWindow_GoOn()
    {
        var index = Index([.. Enumerable.Range(0, SearchLimits.Window + 250)
            .Select(number => Some.Proposal($"{number:00000}") with { Title = "Pebble" })]);
        var request = new SearchRequest { Text = "pebble", PerPage = 100, Facets = [], Snippets = 0 };
        var response = await Search(index, request with { Page = 100 });
        Assert.Equal("09999", response.Hits[^1].Id);

        response = await Search(index, request with { Cursor = response.NextCursor });
        Assert.Equal(("10000", "10099"), (response.Hits[0].Id, response.Hits[^1].Id));

        response = await Search(index, request with { Cursor = response.NextCursor });
        response = await Search(index, request with { Cursor = response.NextCursor });
        Assert.Equal("10249", response.Hits[^1].Id);
        Assert.Null(response.NextCursor);
    }

    [Fact]
    public async Task Page_BeyondTheLastHit_IsEmptyWithTheSameTotal()
    {
        var response = await Search(Corpus(), new SearchRequest { Page = 40 });

        Assert.Equal(ProposalCorpus.Proposals.Count, response.Total);
        Assert.Empty(response.Hits);
        Assert.Null(response.NextCursor);
    }

    [Fact]
    public async Task Page_OfNoHits_StillCounts()
    {
        var response = await Search(Corpus(), new SearchRequest { Text = "poverty", PerPage = 0 });

        Assert.Equal(4, response.Total);
        Assert.Empty(response.Hits);
        Assert.Equal(3, response.Facets[0].Values.Count);
    }

    [Theory]
    [InlineData("", SortOrder.Relevance)]
    [InlineData("public OR river", SortOrder.Relevance)]
    [InlineData("bicycle horn nowhere", SortOrder.Title)]
    [InlineData("nowhere", SortOrder.Relevance)]
    public async Task Stream_OfARequest_YieldsAllItsHitsInOrderWithoutSnippets(string text, SortOrder sort)
    {
        var index = Corpus();
        var request = new SearchRequest
        {
            Text = text,
            Sort = sort,
            Page = 2,
            PerPage = 2,
            Filters = [new("category") { Exclude = ["play"] }],
        };
        var hits = new List<Hit>();
        await foreach (var hit in index.StreamAsync(request))
        {
            hits.Add(hit);
        }

        Assert.Equal(await Ids(index, request with { Page = 1, PerPage = 100 }), hits.Select(hit => hit.Id));
        Assert.All(hits, hit => Assert.Empty(hit.Snippets));
    }

    [Fact]
    public async Task Stream_BeyondTheWindow_YieldsAll()
    {
        var index = Index([.. Enumerable.Range(0, SearchLimits.Window + 10).Select(number => Some.Proposal($"{number:00000}"))]);
        var count = 0;
        await foreach (var hit in index.StreamAsync(new SearchRequest()))
        {
            Assert.Equal($"{count++:00000}", hit.Id);
        }

        Assert.Equal(SearchLimits.Window + 10, count);
    }

    [Fact]
    public async Task Search_FromManyThreads_AnswersTheSame()
    {
        var index = Corpus();
        string[] texts =
            ["poverty", "music free", "\"free of charge\"", "river OR public", "colleg*", "povrety~", "", "in:evaluation survey"];
        var alone = new List<string>();
        foreach (var text in texts)
        {
            alone.Add(string.Join(',', (await Search(index, text)).Hits.Select(hit => $"{hit.Id}:{hit.Score:R}")));
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), async (number, _) =>
        {
            var together = string.Join(
                ',', (await Search(index, texts[number % texts.Length])).Hits.Select(hit => $"{hit.Id}:{hit.Score:R}"));
            Assert.Equal(alone[number % texts.Length], together);
        });
    }

    [Fact]
    public async Task Search_Cancelled_Stops()
    {
        var index = Corpus();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await index.SearchAsync(new SearchRequest { Text = "poverty" }, source.Token));
    }
}
