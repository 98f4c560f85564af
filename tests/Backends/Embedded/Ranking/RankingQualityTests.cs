using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Ranking;

/// <summary>
/// The order of hits against people's judgement. The floors lie a little below what is reached, and well above what Lucene's plain
/// BM25 reaches over the same documents; docs/ranking.md has the figures.
/// </summary>
public sealed class RankingQualityTests
{
    [Fact]
    public async Task Ranking_OfTheSmallCollection_PutsWhatAnswersFirst()
    {
        var precision = await SmallCollection.Judged.MeanAveragePrecisionAsync();

        Assert.True(precision >= 0.9, $"mean average precision {precision:0.0000}");
    }

    [SharedFact("relevance", "cranfield", "docs.jsonl")]
    public Task Ranking_OfCranfield_IsBetterThanPlainBm25() => AssertAtLeast(0.43, "cranfield");

    [SharedFact("relevance", "cacm", "docs.jsonl")]
    public Task Ranking_OfCacm_IsBetterThanPlainBm25() => AssertAtLeast(0.33, "cacm");

    private static async Task AssertAtLeast(double floor, string name)
    {
        var precision = await JudgedCollection.Read(SharedCorpus.Path("relevance", name)!).MeanAveragePrecisionAsync();

        Assert.True(precision >= floor, $"mean average precision {precision:0.0000}");
    }
}
