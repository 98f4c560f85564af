using ProposalSearch.Compare.Agreement;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Parity;

/// <summary>
/// Lucene's answers to a hundred query trees over forty documents of ours, kept in files, so that no Java is needed. The trees hold
/// what larger comparisons ran into, and fifty made by <c>Compare trees --seed 40</c>. docs/performance.md tells how the answers
/// are made anew.
/// </summary>
public sealed class LuceneParityTests : IClassFixture<ParityIndex>
{
    private readonly ParityIndex _index;

    public LuceneParityTests(ParityIndex index) => _index = index;

    public static TheoryData<string> Trees() => [.. Golden.Lines("trees.jsonl").Select(line => line.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Trees))]
    public void Search_TreeOfTheGoldenFile_AnswersAsLuceneDid(string id)
    {
        var (tree, answer) = Golden.TreeAndAnswer(id);

        Assert.Null(AnswerComparison.Difference(_index.Answer(tree), answer));
    }

    [Theory]
    [MemberData(nameof(Trees))]
    public void Search_WithoutCounting_FindsTheSameHits(string id)
    {
        var query = _index.Query(Golden.TreeAndAnswer(id).Tree);

        var counted = _index.Snapshot.Search(query, new SearchOptions { Top = 5 });
        var pruned = _index.Snapshot.Search(query, new SearchOptions { Top = 5, Count = false, PruneFrom = 0 });

        Assert.Equal(counted.Hits, pruned.Hits);
    }

    [Fact]
    public void Difference_AnswersThatDiffer_NamesTheClass()
    {
        var answer = new Answer(null, 2, [new Hit("a", 2), new Hit("b", 1)]);

        Assert.StartsWith("total:", AnswerComparison.Difference(answer with { Total = 3 }, answer), StringComparison.Ordinal);
        Assert.StartsWith(
            "count:", AnswerComparison.Difference(answer with { Hits = [new Hit("a", 2)] }, answer), StringComparison.Ordinal);
        Assert.StartsWith(
            "score:",
            AnswerComparison.Difference(answer with { Hits = [new Hit("a", 2), new Hit("b", 1.001f)] }, answer),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "document:",
            AnswerComparison.Difference(answer with { Hits = [new Hit("b", 2), new Hit("a", 1)] }, answer),
            StringComparison.Ordinal);
        Assert.Null(AnswerComparison.Difference(answer with { Hits = [new Hit("a", 2.000001f), new Hit("c", 1)] }, answer));
    }
}
