using ProposalSearch.Proposals;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Facets whose values are paths: a proposal has the values above its own too.</summary>
public abstract partial class SearchBackendConformance
{
    private const string Between = " > ";

    private static readonly string[] Leaves =
    [
        "Learn > Schools > Public", "Learn > Schools > Private", "Learn > Libraries", "Live > Housing", "Live > Food", "Play",
        "Research > Development",
    ];

    private static readonly string[] Words = ["kite", "wind", "school"];

    [Fact]
    public async Task Facets_OfPaths_CountAsAPlainTwin()
    {
        var proposals = Enumerable.Range(0, 60).Select(number => OfPaths(new Random(number), $"p{number:00}")).ToList();
        var index = Index(MetadataOfPaths, proposals);
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var word = random.Next(3) == 0 ? "" : random.GetItems(Words, 1)[0];
            string[] chosen = random.Next(2) == 0 ? [] : [.. random.GetItems(AllOfPaths(proposals), 2).Distinct()];
            var filters = chosen.Length == 0 ? new List<FacetFilter>() : [Having("category", chosen)];
            var response = await Search(index, new SearchRequest { Text = word, Filters = filters, FacetSize = 100, PerPage = 0 });

            var matches = proposals.Where(proposal => word.Length == 0 || proposal.Title.Contains(word, StringComparison.Ordinal)).ToList();
            var plain = AllOfPaths(proposals).ToDictionary(value => value, value => matches.LongCount(one => HasPath(one, value)));
            var counted = response.Facets[0].Values.ToDictionary(value => value.Value, value => value.Count);
            Assert.All(plain, value => Assert.True(
                counted.GetValueOrDefault(value.Key) == value.Value, $"seed {seed}: {value.Key} {value.Value}"));
            Assert.Equal(
                matches.Count(one => chosen.Length == 0 || chosen.Any(value => HasPath(one, value))), response.Total);
        }
    }

    [Fact]
    public async Task Facets_OfPaths_SayWhatIsBelowWhatAndListItAfter()
    {
        var proposals = Enumerable.Range(0, 60).Select(number => OfPaths(new Random(number), $"p{number:00}")).ToList();
        var values = (await Search(Index(MetadataOfPaths, proposals), "")).Facets[0].Values;

        Assert.Equal("Learn", values.Single(value => value.Value == "Learn > Schools").Parent);
        Assert.Equal("Learn > Schools", values.Single(value => value.Value == "Learn > Schools > Public").Parent);
        Assert.Null(values.Single(value => value.Value == "Learn").Parent);
        Assert.Null(values.Single(value => value.Value == "Research > Development").Parent);
        Assert.All(values.Index().Where(value => value.Item.Parent is not null), value =>
            Assert.Contains(values.Take(value.Index), above => above.Value == value.Item.Parent && above.Count >= value.Item.Count));
    }

    [Theory]
    [InlineData("Learn", "Learn > Libraries|Learn > Schools|Learn > Schools > Private|Learn > Schools > Public")]
    [InlineData("Learn > Schools", "Learn > Schools > Private|Learn > Schools > Public")]
    [InlineData("Play", "")]
    [InlineData("Lea", "")]
    public async Task FacetValues_BelowOne_AreThoseNearAndFar(string below, string expected)
    {
        var proposals = Enumerable.Range(0, 60).Select(number => OfPaths(new Random(number), $"p{number:00}")).ToList();
        var facet = await Index(MetadataOfPaths, proposals).FacetValuesAsync("category", "", 100, new SearchRequest(), below);

        Assert.Equal(
            expected.Split('|', StringSplitOptions.RemoveEmptyEntries),
            facet.Values.Select(value => value.Value).Order(StringComparer.Ordinal));
    }

    private static IndexMetadata MetadataOfPaths => Some.Metadata with
    {
        Facets = [new FacetDefinition("category", "Category", FacetType.Text) { Separator = Between }],
    };

    private static Proposal OfPaths(Random random, string id)
    {
        var leaves = random.GetItems(Leaves, random.Next(3)).Distinct().ToList();
        return Some.Proposal(id) with
        {
            Title = string.Join(' ', random.GetItems(Words, 2)),
            Facets = leaves.Count == 0 ? Some.Facets() : Some.Facets(("category", [.. leaves.SelectMany(WithAbove).Distinct()])),
        };
    }

    /// <summary>Nothing else is below "Research", so that it is not a value.</summary>
    private static IEnumerable<string> WithAbove(string leaf)
    {
        var parts = leaf.Split(Between);
        return leaf.StartsWith("Research", StringComparison.Ordinal) ? [leaf]
            : Enumerable.Range(1, parts.Length).Select(length => string.Join(Between, parts.Take(length)));
    }

    private static string[] AllOfPaths(IEnumerable<Proposal> proposals) =>
        [.. proposals.SelectMany(proposal => proposal.Facets.Values).SelectMany(values => values).Distinct().Order(StringComparer.Ordinal)];

    private static bool HasPath(Proposal proposal, string value) =>
        proposal.Facets.GetValueOrDefault("category", []).Any(own => (own + Between).StartsWith(value + Between, StringComparison.Ordinal));
}
