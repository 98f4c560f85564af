using ProposalSearch.Backends.Embedded;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Duel;

/// <summary>The same documents in two engines, which are asked the same.</summary>
internal sealed class TwoBackends : IDisposable
{
    private readonly string _folder;

    private TwoBackends(string folder, IIndexReader lucene, IIndexReader embedded) =>
        (_folder, Lucene, Embedded) = (folder, lucene, embedded);

    /// <summary>The engine under test.</summary>
    public IIndexReader Lucene { get; }

    /// <summary>The one that it is compared with.</summary>
    public IIndexReader Embedded { get; }

    /// <summary>Queries that found something.</summary>
    public int Found { get; private set; }

    /// <summary>Queries whose hits were the same in another order, where two scores differed by their last digit.</summary>
    public int Rounded { get; private set; }

    /// <summary>The greatest difference between two scores, as a part of them.</summary>
    public double GreatestDifference { get; private set; }

    /// <summary>Two indexes.</summary>
    public static async Task<TwoBackends> MakeAsync(LuceneStore lucene, Func<IIndexStore, string, Task> build)
    {
        string folder = Directory.CreateTempSubdirectory("duel-").FullName;
        var embedded = new EmbeddedStore();
        await build(lucene, Path.Combine(folder, "lucene"));
        await build(embedded, Path.Combine(folder, "embedded"));
        return new TwoBackends(folder, await lucene.OpenAsync(Path.Combine(folder, "lucene")),
            await embedded.OpenAsync(Path.Combine(folder, "embedded")));
    }

    /// <summary>Asks both, and fails where they differ.</summary>
    public async Task CompareAsync(string what, Query query, SearchOptions options)
    {
        var (got, expected) = (await Lucene.SearchAsync(query, options), await Embedded.SearchAsync(query, options));
        Assert.True((expected.Total, expected.UnfilteredTotal) == (got.Total, got.UnfilteredTotal),
            $"{what}: totals {got.Total} and {got.UnfilteredTotal}, expected {expected.Total} and {expected.UnfilteredTotal}");
        Assert.Equal(expected.Facets.Select(Text), got.Facets.Select(Text));
        CompareHits(what, got.Hits, expected.Hits);
        Found += expected.Total > 0 ? 1 : 0;
        await CompareDetailsAsync(what, query, expected.Hits);
    }

    public void Dispose()
    {
        Lucene.Dispose();
        Embedded.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void CompareHits(string what, IReadOnlyList<RankedDocument> got, IReadOnlyList<RankedDocument> expected)
    {
        Assert.True(got.Count == expected.Count, $"{what}: {got.Count} hits, expected {expected.Count}");
        bool same = true;
        for (int i = 0; i < got.Count; i++)
        {
            double difference = expected[i].Score == 0 ? Math.Abs(got[i].Score) : Math.Abs(got[i].Score / expected[i].Score - 1);
            GreatestDifference = Math.Max(GreatestDifference, difference);
            Assert.True(difference < 1e-5, $"{what}: hit {i} scores {got[i].Score}, expected {expected[i].Score}");
            same &= got[i].Document == expected[i].Document;
        }

        Rounded += same ? 0 : 1;
        Assert.True(same || GreatestDifference > 0,
            $"{what}: documents {string.Join(' ', got.Select(hit => hit.Document))}, "
                + $"expected {string.Join(' ', expected.Select(hit => hit.Document))}");
    }

    private async Task CompareDetailsAsync(string what, Query query, IReadOnlyList<RankedDocument> hits)
    {
        var request = new DetailsRequest(hits)
        {
            Marked = query,
            WholeLabel = 0,
            Parts = [query, new BoostQuery(query, 2), new NoneQuery()],
            Explained = query
        };
        var (got, expected) = (await Lucene.DescribeAsync(request), await Embedded.DescribeAsync(request));
        for (int i = 0; i < hits.Count; i++)
        {
            Assert.Equal(expected[i].Document.Id, got[i].Document.Id);
            Assert.Equal(expected[i].MatchedParts, got[i].MatchedParts);
            Assert.Equal(expected[i].WholeMatches, got[i].WholeMatches);
            Assert.True(Text(expected[i].Passages) == Text(got[i].Passages),
                $"{what}: passages of {got[i].Document.Id}\n{Text(got[i].Passages)}\nexpected\n{Text(expected[i].Passages)}");
            var (said, should) = (got[i].Explanation!.Value, expected[i].Explanation!.Value);
            Assert.True(Math.Abs(said - should) <= 1e-5 * Math.Abs(should), $"{what}: explanation of {got[i].Document.Id}");
        }
    }

    private static string Text(ColumnCounts counts) =>
        $"{counts.Column} -{counts.Missing}: {string.Join(' ', counts.Values.Select(pair => $"{pair.Key}={pair.Value}"))}";

    private static string Text(IEnumerable<Passage> passages) =>
        string.Join('\n', passages
            .Select(passage => $"{passage.Section} {passage.Label} {passage.Start} {passage.Text} {string.Join(' ', passage.Matches)}"));
}
