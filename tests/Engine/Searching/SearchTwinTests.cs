using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>The engine against <see cref="PlainSearch"/> on random documents and random queries of every kind.</summary>
public sealed class SearchTwinTests
{
    private const int QueriesOfASmallWorld = 150;
    private const int QueriesOfALargeWorld = 40;

    public static TheoryData<int> SmallWorlds => [.. Enumerable.Range(0, 20)];

    public static TheoryData<int> LargeWorlds => [.. Enumerable.Range(100, 3)];

    [Theory]
    [MemberData(nameof(SmallWorlds))]
    public void Search_SomeDocuments_FindsWhatTheTwinFinds(int seed)
    {
        var random = new Random(seed);
        int[] parts = [.. Enumerable.Range(0, 1 + (seed % 3)).Select(_ => random.Next(10, 120))];
        using var world = new World(random, parts, longest: random.Next(3, 25));
        Compare(world, random, seed, QueriesOfASmallWorld);
    }

    /// <summary>More documents than a window holds, and terms of many blocks.</summary>
    [Theory]
    [MemberData(nameof(LargeWorlds))]
    public void Search_SeveralWindows_FindsWhatTheTwinFinds(int seed)
    {
        var random = new Random(seed);
        int[] parts = seed % 2 == 0 ? [9_000] : [4_500, 4_097];
        using var world = new World(random, parts, longest: 4);
        Compare(world, random, seed, QueriesOfALargeWorld);
    }

    private static void Compare(World world, Random random, int seed, int queries)
    {
        var source = new RandomQueries(random);
        for (var i = 0; i < queries; i++)
        {
            var query = i % 5 == 0 ? source.AnyTerms() : source.Next(depth: random.Next(4));
            var options = Options(random, source);
            var comparison = new Comparison(
                world, query, options, $"query {i} of seed {seed}: {QueryText.Of(query)}, {QueryText.Of(options)}");
            comparison.Totals();
            comparison.Facets();
            comparison.Hits();
            comparison.Pages(random);
            comparison.Pruning();
            comparison.Explanations(random);
            comparison.Memberships(random);
        }
    }

    private static SearchOptions Options(Random random, RandomQueries source)
    {
        SortBy[] orders =
        [
            SortBy.Score, SortBy.Score, new(SortKind.Number, "year"), new(SortKind.Number, "year", true), new(SortKind.Number, "nowhere"),
            new(SortKind.Text, "category"), new(SortKind.Text, "category", true), new(SortKind.Text, "rare"),
        ];
        var filters = new List<ColumnFilter>();
        for (var count = random.Next(2) * random.Next(1, 4); count > 0; count--)
        {
            filters.Add(random.Next(3) switch
            {
                0 => new ColumnFilter("category", source.Category()),
                1 => new ColumnFilter("year", new ValueQuery("year", [$"{random.Next(2012, 2016)}", $"{random.Next(2014, 2018)}"])),
                _ => new ColumnFilter("other", source.Next(0)),
            });
        }

        string[] columns = ["category", "year", "rare", "nowhere"];
        return new SearchOptions
        {
            Top = random.Next(5) == 0 ? 0 : random.Next(1, 30),
            Sort = orders[random.Next(orders.Length)],
            Filters = filters,
            Facets = [.. columns.Where(_ => random.Next(2) == 0)],
        };
    }
}
