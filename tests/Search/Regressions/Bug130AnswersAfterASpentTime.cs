using ProposalSearch.Backends.Embedded;
using ProposalSearch.Testing;
using ProposalSearch.Testing.Conformance;
using Xunit;

namespace ProposalSearch.Search.Tests.Regressions;

/// <summary>
/// A test of the order of three proposals failed once among all others: a search may take two seconds by the clock, and on a machine with
/// more to do than it can, a thread may stand still for longer. Tests of answers have no such budget since. An answer itself must not
/// depend on the clock, neither while it is made nor because another was given up before it: what an index remembers is remembered whole
/// or not.
/// </summary>
public sealed class Bug130AnswersAfterASpentTime
{
    private static readonly string[] Queries =
        ["GARDENS", "elderly garden", "garden 2015", "afterschool music", "gardenz", "river music school"];

    private static readonly string[] Common =
        ["gardens", "garden", "elderly people", "after school", "afterschool", "music", "river", "community", "youth"];

    [Fact]
    public async Task Search_AfterOneThatWasGivenUpAnywhere_AnswersAsIfNoneHadBeen()
    {
        using var folder = new TemporaryFolder();
        var clock = new JumpingClock();
        var backend = new SearchBackend(new EmbeddedStore(), clock);
        Build(backend, folder.Path);
        var expected = new List<string>();
        foreach (var query in Queries)
        {
            using var fresh = await backend.OpenAsync(folder.Path);
            expected.Add(await Answer(fresh, query));
        }

        Assert.Contains("\nshelter", string.Concat(expected));
        Assert.Contains("\n2015 ", string.Concat(expected));
        for (var at = 0; at < Queries.Length; at++)
        {
            var looks = await LooksOf(backend, folder.Path, Queries[at], clock);
            Assert.True(looks > 5);
            for (var after = 0; after < looks; after += after < looks - 5 ? 9 : 1)
            {
                using var index = await backend.OpenAsync(folder.Path);
                clock.JumpAfter(after);
                await Assert.ThrowsAsync<SearchTimeExceededException>(
                    async () => await index.SearchAsync(new SearchRequest { Text = Queries[at] }));
                clock.JumpAfter(long.MaxValue);
                Assert.Equal(expected[at], await Answer(index, Queries[at]));
            }
        }
    }

    /// <summary>How often a search that is not given up looks at the clock.</summary>
    private static async Task<long> LooksOf(SearchBackend backend, string location, string query, JumpingClock clock)
    {
        using var index = await backend.OpenAsync(location);
        clock.JumpAfter(long.MaxValue);
        await index.SearchAsync(new SearchRequest { Text = query });
        return clock.Looks;
    }

    private static async Task<string> Answer(ProposalIndex index, string query)
    {
        var answer = await index.SearchAsync(new SearchRequest { Text = query, TimeBudget = null, PerPage = 50 });
        var hits = answer.Hits.Select(hit => $"{hit.Id} {hit.Score:R} {hit.Partial} {hit.Snippets.Count}");
        return string.Join('\n', hits.Prepend($"{answer.Total} {answer.Query.Interpreted} {answer.Query.Corrected}")
            .Concat(answer.Query.AlsoWeighed)
            .Concat(answer.SuggestedFilters.Select(filter => $"{filter.Value} {filter.Count}"))
            .Append(answer.DidYouMean ?? ""));
    }

    private static void Build(SearchBackend backend, string location)
    {
        using var builder = backend.Build(location, ProposalCorpus.Metadata.Facets);
        string[] rare = ["choir", "tomato", "shelter", "census", "bicycle", "theater", "clinic", "harbor", "orchard", "wheelchair"];
        var random = new Random(130);
        for (var number = 0; number < 60; number++)
        {
            var words = Enumerable.Range(0, 14).Select(at => at < 4 ? Common[random.Next(Common.Length)] : rare[random.Next(rare.Length)])
                .Where(_ => random.Next(3) > 0);
            builder.Add(Some.Proposal($"{number:00}", string.Join(' ', words)) with
            {
                Facets = Some.Facets(("year", [$"{2013 + (number % 4)}"])),
            });
        }

        builder.Commit(ProposalCorpus.Metadata);
    }

    /// <summary>Stands still, but for one jump of an hour.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private long _after = long.MaxValue;

        public long Looks { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void JumpAfter(long looks) => (_after, Looks) = (looks, -1);

        public override long GetTimestamp() => ++Looks <= _after ? 0 : TimeSpan.TicksPerHour;
    }
}
