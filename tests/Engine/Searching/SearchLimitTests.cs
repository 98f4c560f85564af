using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>
/// A search that is given up, wherever it is, ends in an exception of its own, and later ones answer as if it had never been.
/// </summary>
public sealed class SearchLimitTests
{
    private const int Queries = 60;
    private const int Interruptions = 6;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Search_GivenUpAnywhere_DisturbsNoOther(int seed)
    {
        var random = new Random(seed);
        using var world = new World(random, seed % 2 == 0 ? [300] : [4_200, 90], longest: 12);
        var source = new RandomQueries(random);
        for (var number = 0; number < Queries; number++)
        {
            var query = number % 6 == 0 ? source.AnyTerms() : source.Next(depth: random.Next(4));
            var options = new SearchOptions { Top = 20, Facets = number % 2 == 0 ? ["category"] : [], Count = number % 3 > 0 };
            var clock = new CountingClock(long.MaxValue);
            var expected = Ask(world.Snapshot, query, options, clock);
            for (var interruption = 0; interruption < Interruptions; interruption++)
            {
                var looks = random.NextInt64(clock.Looks);
                Assert.Throws<TimeExceededException>(() => Ask(world.Snapshot, query, options, new CountingClock(looks)));
            }

            Assert.True(
                expected == Ask(world.Snapshot, query, options, TimeProvider.System),
                $"query {number} of seed {seed}: {QueryText.Of(query)}");
        }
    }

    [Fact]
    public void Search_OfEveryKind_LooksAtTheClockOftenerTheMoreItHasToDo()
    {
        var random = new Random(1);
        using var few = new World(random, [100], longest: 30);
        using var many = new World(random, [4_000], longest: 30);
        Query[] queries =
        [
            new ScopeQuery(new PrefixQuery(TermForm.Exact, "c", TermSetScoring.Blended), new HashSet<int> { 0, 1 }),
            new PhraseQuery(TermForm.Exact, [new("college", 0), new("school", 1)], 3),
            new ScopeQuery(new PhraseQuery(TermForm.Exact, [new("college", 0), new("school", 1)], 0), new HashSet<int> { 0, 1 }),
        ];

        Assert.All(
            queries,
            query =>
                Assert.True(
                    2 * Looks(few, query) < Looks(many, query), $"{QueryText.Of(query)}: {Looks(few, query)} and {Looks(many, query)}"));
    }

    [Fact]
    public void Search_Cancelled_SaysSo()
    {
        using var world = new World(new Random(1), [50], longest: 5);
        var run = new SearchRun(new TimeLimit(null, TimeProvider.System, new CancellationToken(canceled: true)));

        Assert.Throws<OperationCanceledException>(() => world.Snapshot.Search(new AllQuery(), new SearchOptions(), run));
    }

    private static long Looks(World world, Query query)
    {
        var clock = new CountingClock(long.MaxValue);
        world.Snapshot.Search(
            query, new SearchOptions(), new SearchRun(new TimeLimit(TimeSpan.FromMinutes(1), clock, CancellationToken.None)));
        return clock.Looks;
    }

    /// <summary>All that can be asked of a search, as a text.</summary>
    private static string Ask(IndexSnapshot snapshot, Query query, SearchOptions options, TimeProvider clock)
    {
        var run = new SearchRun(new TimeLimit(TimeSpan.FromMinutes(1), clock, CancellationToken.None));
        var result = snapshot.Search(query, options, run);
        int[] documents = [.. result.Hits.Select(hit => hit.Document)];
        var highlighter = new Highlighter(snapshot, query, run);
        var passages = documents.SelectMany(
            document => highlighter.Passages(document, new HighlightOptions()).Select(passage => passage.Text));
        var facets = result.Facets.SelectMany(
            facet => facet.Values.Select(value => $"{value.Key} {value.Value}").Append($"{facet.Missing}"));
        return string.Join('\n', [
            $"{result.Total}", .. result.Hits.Select(hit => $"{hit}"), .. facets,
            .. snapshot.Matches(query, documents, run).Select(one => $"{one}"),
            .. snapshot.Explain(query, documents, run).Select(account => account.Description), .. passages]);
    }
}
