using ProposalSearch.Proposals;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Filters, and counts that a filter on their own field does not lower.</summary>
public abstract partial class SearchBackendConformance
{
    private static readonly string[][] RandomValues =
    [
        ["2013", "2014", "2015", "2016", "1999", FacetFilter.Missing],
        ["learn", "create", "play", "connect", "live", "nothing", FacetFilter.Missing],
        ["East LA", "South LA", "Central LA", "Downtown", "Nowhere", FacetFilter.Missing],
    ];

    [Fact]
    public async Task Facets_ByDefault_AreThoseOfTheSchemaInItsOrder()
    {
        var index = Corpus();

        Assert.Equal(["year", "category", "area"], (await Search(index, "")).Facets.Select(facet => facet.Field));
        Assert.Equal(["area", "year"],
            (await Search(index, new SearchRequest { Facets = ["area", "year"] })).Facets.Select(facet => facet.Field));
        Assert.Empty((await Search(index, new SearchRequest { Facets = [] })).Facets);
    }

    [Fact]
    public async Task Facets_OfAQuery_CountItsMatches()
    {
        var facets = (await Search(Corpus(), "poverty")).Facets;

        Assert.Equal([new FacetValue("2015", "2015", 1, false), new("2014", "2014", 2, false), new("2013", "2013", 1, false)],
            facets[0].Values);
        Assert.Equal([new FacetValue("learn", "learn", 2, false), new("live", "live", 1, false)], facets[1].Values);
        Assert.Equal(1, facets[1].Missing);
        Assert.Equal("Category", facets[1].Label);
        Assert.Equal(FacetType.Number, facets[0].Type);
    }

    [Fact]
    public async Task Facets_OfASelectedField_KeepCountingItsOtherValues()
    {
        var response = await Search(Corpus(), new SearchRequest { Text = "music", Filters = [Having("year", "2014")] });
        var year = response.Facets[0];

        Assert.Equal(1, response.Total);
        Assert.Equal(3, response.UnfilteredTotal);
        Assert.Equal([("2016", 1L, false), ("2015", 1L, false), ("2014", 1L, true)],
            year.Values.Select(value => (value.Value, value.Count, value.Selected)));
        Assert.Equal([("South LA", 1L)], response.Facets[2].Values.Select(value => (value.Value, value.Count)));
    }

    [Fact]
    public async Task Facets_OfASelectedValueWithoutMatches_ListItWithZero()
    {
        var response = await Search(Corpus(), new SearchRequest { Text = "music", Filters = [Having("category", "play", "nothing")] });

        Assert.Equal(0, response.Total);
        Assert.Equal([("create", 3L, false), ("nothing", 0L, true), ("play", 0L, true)],
            response.Facets[1].Values.Select(value => (value.Value, value.Count, value.Selected)));
    }

    [Fact]
    public async Task Facets_OfRandomFilters_AgreeWithAPlainCount()
    {
        var index = Corpus();
        var twin = new PlainSearch(ProposalCorpus.Proposals, ProposalCorpus.Metadata);
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            var request = RandomRequest(random);
            string[] words = request.Text.Length == 0 ? [] : request.Text.Split(' ');
            var response = await Search(index, request);

            Assert.True(twin.Match(words, request.Filters).Count == response.Total, $"seed {seed}: total of {request}");
            Assert.True(twin.Match(words, []).Count == response.UnfilteredTotal, $"seed {seed}: unfiltered total of {request}");
            Assert.Equal(twin.Match(words, request.Filters).Select(proposal => proposal.Id).Order(StringComparer.Ordinal),
                Ids(response).Order(StringComparer.Ordinal));
            foreach (var facet in response.Facets)
            {
                AssertSame(twin.Count(facet.Field, words, request.Filters, request.FacetSize), facet, $"seed {seed}: {facet.Field}");
            }
        }
    }

    [Fact]
    public async Task Facets_BeyondTheirSize_AreCountedAsOther()
    {
        var metadata = new IndexMetadata { Fingerprint = "tags", Facets = [new("tag", "Tag", FacetType.Text)] };
        var index = Index(metadata, [.. Enumerable.Range(0, 40).Select(Tagged)]);
        var request = new SearchRequest { FacetSize = 15, Filters = [new("tag") { Exclude = ["u00"] }] };
        var facet = (await Search(index, request)).Facets.Single();

        Assert.Equal(15, facet.Values.Count);
        Assert.Equal("t00", facet.Values[0].Value);
        Assert.All(facet.Values, value => Assert.Equal(2, value.Count));
        Assert.Equal(45, facet.Other);
    }

    private static Proposal Tagged(int number) =>
        Some.Proposal($"p{number:00}") with { Facets = Some.Facets(("tag", [$"t{number % 20:00}", $"u{number:00}"])) };

    [Fact]
    public async Task Facets_BeyondTheirSize_StillListWhatIsSelected()
    {
        var facet = (await Search(Corpus(), new SearchRequest { FacetSize = 1, Filters = [Having("category", "play")] })).Facets[1];

        Assert.Equal(["create", "play"], facet.Values.Select(value => value.Value));
        Assert.Equal(3, facet.Other);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(1287)]
    [InlineData(4096)]
    [InlineData(4100)]
    public async Task Facets_OfManyProposals_AreExact(int count)
    {
        var metadata = new IndexMetadata
        {
            Fingerprint = "many",
            Facets = [new("one", "One", FacetType.Text), new("two", "Two", FacetType.Text), new("each", "Each", FacetType.Number)],
        };
        var proposals = Enumerable.Range(0, count).Select(number => Some.Proposal($"{number:0000}") with
        {
            Title = number % 3 == 0 ? "Acorn" : "Beech",
            Facets = Some.Facets(
                ("one", number % 5 == 0 ? [] : [$"v{number % 5}"]), ("two", [$"a{number % 2}", $"b{number % 7}"]), ("each", [$"{number}"])),
        }).ToList();
        var index = Index(metadata, proposals);
        var twin = new PlainSearch(proposals, metadata);
        FacetFilter[] filters = [new("one") { Include = ["v1", FacetFilter.Missing] }, new("two") { Exclude = ["b3"] }];
        foreach (var words in new string[][] { [], ["acorn"] })
        {
            foreach (var applied in new FacetFilter[][] { [], filters[..1], filters[1..], filters })
            {
                var response = await Search(index, new SearchRequest { Text = string.Join(' ', words), Filters = applied, FacetSize = 50 });
                Assert.Equal(twin.Match(words, applied).Count, response.Total);
                Assert.All(response.Facets,
                    facet => AssertSame(twin.Count(facet.Field, words, applied, 50), facet, $"{count} proposals, {facet.Field}"));
            }
        }
    }

    [Fact]
    public async Task Filter_OnMissing_FindsWhatIsNotStated()
    {
        var response = await Search(Corpus(), new SearchRequest { PerPage = 100, Filters = [Having("category", FacetFilter.Missing)] });

        Assert.Equal(["2013/tools", "2015/rent", "undated/bench"], Ids(response).Order(StringComparer.Ordinal));
        Assert.True(response.Facets[1].MissingSelected);
        Assert.False(response.Facets[0].MissingSelected);
    }

    [Theory]
    [InlineData(2014L, 2015L, 9)]
    [InlineData(2016L, null, 3)]
    [InlineData(null, 2013L, 5)]
    [InlineData(1900L, 1999L, 0)]
    public async Task Filter_ByRange_TakesBothEnds(long? from, long? to, int total)
    {
        var response = await Search(Corpus(), new SearchRequest { Filters = [new("year") { Range = new NumberRange(from, to) }] });

        Assert.Equal(total, response.Total);
        Assert.Equal(ProposalCorpus.Proposals.Count, response.UnfilteredTotal);
        Assert.Equal(4, response.Facets[0].Values.Count);
    }

    [Fact]
    public async Task Filter_OnAnUnknownValue_FindsNothing() =>
        Assert.Equal(0, (await Search(Corpus(), new SearchRequest { Filters = [Having("area", "Atlantis")] })).Total);

    [Fact]
    public async Task Facets_OfAFieldWithoutValues_CountAllAsMissing()
    {
        var metadata = new IndexMetadata
        {
            Fingerprint = "none",
            Facets = [new("tag", "Tag", FacetType.Text), new("size", "Size", FacetType.Number)],
        };
        var index = Index(metadata, [Some.Proposal("a"), Some.Proposal("b")]);
        var response = await Search(index, "");

        Assert.All(response.Facets, facet => Assert.Equal((2, 0, 0), (facet.Missing, facet.Values.Count, facet.Other)));
        Assert.Equal(2, (await Search(index, new SearchRequest { Filters = [Having("size", FacetFilter.Missing)] })).Total);
    }

    [Fact]
    public async Task Hit_OfAnyQuery_CarriesItsFacets()
    {
        var hit = (await Search(Corpus(), "tutor")).Hits[0];

        Assert.Equal(["East LA", "Central LA"], hit.Facets["area"]);
        Assert.Equal(["2013"], hit.Facets["year"]);
        Assert.DoesNotContain("category", (await Search(Corpus(), "bench year:~missing")).Hits[0].Facets.Keys);
    }

    private static SearchRequest RandomRequest(Random random)
    {
        var filters = new List<FacetFilter>();
        for (var field = 0; field < 3; field++)
        {
            if (random.Next(3) == 0)
            {
                continue;
            }

            var include = Pick(random, RandomValues[field], 3);
            var ranged = field == 0 && random.Next(3) == 0;
            filters.Add(new FacetFilter(ProposalCorpus.Metadata.Facets[field].Field)
            {
                Include = ranged ? [] : include,
                Exclude = random.Next(3) == 0 ? Pick(random, RandomValues[field], 2) : [],
                Range = ranged ? new NumberRange(2013 + random.Next(2), random.Next(2) == 0 ? null : 2014 + random.Next(3)) : null,
            });
        }

        return new SearchRequest
        {
            Text = string.Join(' ', Pick(random, [.. ProposalCorpus.PlainWords], 2)),
            Match = MatchMode.All,
            Filters = filters,
            FacetSize = random.Next(1, 6),
            PerPage = 100,
        };
    }

    private static string[] Pick(Random random, string[] values, int most) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => values[random.Next(values.Length)]).Distinct(StringComparer.Ordinal)];

    private static void AssertSame(FacetResult expected, FacetResult actual, string where)
    {
        Assert.True(expected.Values.SequenceEqual(actual.Values),
            $"{where}: expected {string.Join(", ", expected.Values)}, found {string.Join(", ", actual.Values)}");
        Assert.True((expected with { Values = [] }) == (actual with { Values = [] }), $"{where}: expected {expected}, found {actual}");
    }
}
