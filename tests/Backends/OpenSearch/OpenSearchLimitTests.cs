using System.Globalization;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Language;
using ProposalSearch.Testing;
using ProposalSearch.Testing.Conformance;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests;

/// <summary>What a server refuses, and archives of strangers have all the same: no proposal is lost by it, and no search fails.</summary>
public sealed class OpenSearchLimitTests : ConformanceTests, INeedsCluster
{
    /// <summary>Further than <c>from + size</c> of a server reaches.</summary>
    private const int Many = 10_050;

    private readonly string _location = TestLocations.New();

    [Fact]
    public async Task Facets_OfFourHundredNamesWithSigns_AreCountedEach()
    {
        string[] names = [.. Enumerable.Range(0, 400).Select(number => $"a.b..{number} _id, \"{number % 7}\"."), ".", "_source", "c0"];
        var index = Index(
            Some.Metadata with { Facets = [.. names.Select(name => new FacetDefinition(name, name, FacetType.Text))] },
            [Some.Proposal("a", "gardens") with { Facets = Some.Facets([.. names.Select(name => (name, (string[])["one", "other"]))]) }]);

        var response = await index.SearchAsync(new SearchRequest { Facets = names, TimeBudget = null });

        Assert.Equal(names, response.Facets.Select(facet => facet.Field));
        Assert.All(response.Facets, facet =>
            Assert.Equal([("one", 1), ("other", 1)], facet.Values.Select(value => (value.Value, value.Count))));
    }

    [Fact]
    public async Task ValuesAndIds_BeyondAKeyword_AreFoundCountedAndGivenBack()
    {
        string value = new('ü', 40_000), other = value + "x", id = "2014/" + new string('i', 700), longer = new('j', 40_000);
        var index = Index(
            Some.Metadata with { Facets = [new FacetDefinition("area", "Area", FacetType.Text)] },
            [
                Some.Proposal(id, "gardens") with { Facets = Some.Facets(("area", [value])) },
                Some.Proposal(longer, "gardens") with { Facets = Some.Facets(("area", [other])) },
            ]);

        var all = await index.SearchAsync(new SearchRequest { Text = "gardens", Facets = ["area"], TimeBudget = null });
        var one = await index.SearchAsync(new SearchRequest
        {
            Filters = [new FacetFilter("area") { Include = [other] }],
            TimeBudget = null,
        });

        Assert.Equal([id, longer], all.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));
        Assert.Equal([value, other], all.Facets[0].Values.Select(counted => counted.Value).Order(StringComparer.Ordinal));
        Assert.Equal([longer], one.Hits.Select(hit => hit.Id));
        Assert.All(await index.FindAsync([id, longer]), found => Assert.NotNull(found));
    }

    /// <summary>As many words and phrases as a query may have, each of which takes several clauses; a server takes 1,024.</summary>
    [Fact]
    public async Task Queries_OfMoreClausesThanAServerTakes_FindWhatTheyAskFor()
    {
        string[] words = [.. Enumerable.Range(0, 260).Select(number => $"{(char)('a' + (number % 26))}{number / 26}")];
        var index = Index(
            Some.Proposal("all", string.Join(' ', words)), Some.Proposal("most", string.Join(' ', words[1..])),
            Some.Proposal("one", words[100]), Some.Proposal("none", "gardens"));
        (string Part, int Parts, MatchMode Match, string Found)[] queries =
        [
            ("{0}", 250, MatchMode.All, "all"), ("{0}", 250, MatchMode.Any, "all most one"),
            ("\"{0} {1}\"", 220, MatchMode.All, "all"), ("\"{0} {1}\"", 180, MatchMode.Any, "all most"),
            ("{0}-{1}", 250, MatchMode.All, "all"), ("{0}-{1}", 200, MatchMode.Any, "all most"),
            ("{0}~1", 250, MatchMode.All, "all most"), ("{0}~1", 200, MatchMode.Any, "all most"),
            ("({0}|{0}-{1})", 180, MatchMode.All, "all"),
        ];

        foreach (var (part, parts, match, found) in queries)
        {
            string text = string.Join(match == MatchMode.Any ? " OR " : " ", Enumerable.Range(0, parts)
                .Select(number => string.Format(CultureInfo.InvariantCulture, part, words[number], words[number + 1])));
            Assert.InRange(text.Length, 0, QueryText.MaxLength);
            Assert.Equal($"{part} {match}: {found}", $"{part} {match}: {string.Join(' ', await FoundAsync(index, text, match))}");
        }
    }

    [Fact]
    public async Task Patterns_OfMoreTermsThanClauses_FindWhatHasThem()
    {
        var index = Index(
            Some.Proposal("many", string.Join(' ', Enumerable.Range(0, 3_000).Select(number => $"word{number}"))),
            Some.Proposal("one", "word2999x"), Some.Proposal("none", "gardens"));

        Assert.Equal(["many", "one"], await FoundAsync(index, "word*", MatchMode.All));
        Assert.Equal(["many", "one"], await FoundAsync(index, "*rd29*", MatchMode.All));
    }

    [Fact]
    public async Task Filters_OfMoreValuesThanTerms_LetThroughWhatHasOne()
    {
        var index = Index(
            Some.Metadata with { Facets = [new FacetDefinition("area", "Area", FacetType.Text)] },
            [
                Some.Proposal("a", "gardens") with { Facets = Some.Facets(("area", ["69999"])) },
                Some.Proposal("b", "gardens") with { Facets = Some.Facets(("area", ["elsewhere"])) },
            ]);

        var found = await index.SearchAsync(new SearchRequest
        {
            Filters = [new FacetFilter("area") { Include = [.. Enumerable.Range(0, 70_000).Select(Text)] }],
            TimeBudget = null,
        });

        Assert.Equal(["a"], found.Hits.Select(hit => hit.Id));
    }

    [Fact]
    public async Task Proposals_BeyondTheWindowOfAServer_AreReadEach()
    {
        var index = Index(
            [.. Enumerable.Range(0, Many).Select(number => Some.Proposal(number.ToString("D6", CultureInfo.InvariantCulture), "tree"))]);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var hit in index.StreamAsync(new SearchRequest { Text = "tree", TimeBudget = null }))
        {
            ids.Add(hit.Id);
        }

        var last = await index.SearchAsync(new SearchRequest { Text = "tree", Page = 100, PerPage = 100, TimeBudget = null });
        var next = await index.SearchAsync(new SearchRequest { Text = "tree", Cursor = last.NextCursor, PerPage = 100, TimeBudget = null });

        Assert.Equal(Many, ids.Count);
        Assert.Equal((100, 50), (last.Hits.Count, next.Hits.Count));
    }

    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(TestLocations.Store);

    /// <inheritdoc/>
    protected override string NewLocation() => _location;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        TestLocations.Remove(_location);
    }

    private static async Task<string[]> FoundAsync(ProposalIndex index, string text, MatchMode match)
    {
        var response = await index.SearchAsync(new SearchRequest { Text = text, Match = match, TimeBudget = null, Facets = [] });
        return [.. response.Hits.Where(hit => !hit.Partial).Select(hit => hit.Id).Order(StringComparer.Ordinal)];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
