using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Lucene.Tests.Duel;

/// <summary>Both engines give the same answers: totals, facets, scores in their order, passages, which parts matched.</summary>
public sealed class DuelTests(ITestOutputHelper output)
{
    private static readonly SortBy[] _sorts =
        [SortBy.Score, SortBy.Score, new(SortKind.Number, "#year", Descending: true), new(SortKind.Number, "#year"),
            new(SortKind.Text, "colour"), new(SortKind.Text, "size", Descending: true)];

    /// <summary>One segment in memory, several of them, and files read at places.</summary>
    [Theory]
    [InlineData(1, 300, 256, 1 << 28)]
    [InlineData(2, 9_000, 256, 1 << 28)]
    [InlineData(3, 9_000, 0.5, 1 << 28)]
    [InlineData(4, 3_000, 0.5, 0)]
    public async Task Answers_OfMadeDocuments_AreTheSame(int seed, int documents, double megabytes, long memory)
    {
        var archive = new MadeArchive(seed, documents);
        using var both = await TwoBackends.MakeAsync(new LuceneStore { WriterMegabytes = megabytes, ReaderBytes = memory },
            archive.BuildAsync);
        var random = new Random(seed);
        var values = Enumerable.Range(0, 10).Select(i => ("colour", $"value {i}")).Append(("size", "")).Append(("size", "great")).ToList();
        var trees = new RandomTree(random, MadeArchive.Stems, MadeArchive.ExactWords, values, labels: 7);
        const int queries = 400;
        for (int i = 0; i < queries; i++)
        {
            var query = trees.Next();
            await both.CompareAsync($"seed {seed}, query {i}: {TreeText.Of(query)}", query, Options(trees, random));
        }

        int segments = (await both.Lucene.StatisticsAsync()).Segments;
        Assert.Equal(megabytes < 1, segments > 1);
        Report($"made, seed {seed}, {documents} documents, {segments} segments", queries, both);
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Answers_OfTheRealArchive_AreTheSame()
    {
        const int seed = 20260, queries = 1_000;
        using var both = await TwoBackends.MakeAsync(new LuceneStore(), (store, folder) =>
        {
            BlockingCalls.RunPipeline(new(SharedCorpus.Path("corpora", "la2050-archive")!, folder, null), new SearchBackend(store),
                TimeProvider.System);
            return Task.CompletedTask;
        });
        var random = new Random(seed);
        var words = await ArchiveWords.ReadAsync(both.Embedded);
        var trees = new RandomTree(random, words.Stems, words.Exact, words.Values, labels: 40);
        for (int i = 0; i < queries; i++)
        {
            var query = trees.Next();
            var (column, condition) = trees.Filter();
            ColumnFilter[] filters = random.Next(3) == 0 ? [new(column, condition)] : [];
            await both.CompareAsync($"seed {seed}, query {i}: {TreeText.Of(query)}", query,
                new SearchOptions { Facets = ["year", "category"], Filters = filters });
        }

        Report($"la2050-archive, seed {seed}", queries, both);
    }

    private static SearchOptions Options(RandomTree trees, Random random)
    {
        var filters = Enumerable.Range(0, random.Next(3)).Select(_ => trees.Filter())
            .Select(filter => new ColumnFilter(filter.Column, filter.Condition));
        RankedDocument? after = random.Next(4) == 0 ? new RankedDocument(0, 1.5f, 100) : null;
        return new SearchOptions
        {
            Top = random.Next(4) == 0 ? 0 : random.Next(1, 30),
            Facets = ["colour", "size", "absent"],
            Filters = [.. filters],
            Sort = after is null ? _sorts[random.Next(_sorts.Length)] : SortBy.Score,
            After = after,
        };
    }

    private void Report(string what, int queries, TwoBackends both)
    {
        Assert.True(both.Found > queries / 3, $"only {both.Found} of {queries} queries found anything");
        output.WriteLine($"{what}: {queries} queries, {both.Found} with hits: totals, facets, scores, passages, parts equal; "
            + $"{both.Rounded} in another order by rounding; greatest difference of scores {both.GreatestDifference:E1}");
    }
}
