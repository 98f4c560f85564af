using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Of a table and a list of JSON of one name, one was left out, record by record, since their ids were the same.</summary>
public sealed class Bug538TablesBesideListsOfOneName
{
    [Fact]
    public void Run_ATableAndAList_HaveIdsOfTheirOwn()
    {
        using var archive = new TemporaryArchive()
            .Write("ideas.csv", "title,need\nReeds,Water\nBuses,Night\n")
            .Write("ideas.json", """[{"title": "Kites", "need": "Wind"}, {"title": "Wells", "need": "Rope"}]""")
            .Write("ideas.tsv", "title\tneed\nMills\tGrain\n");

        var (report, index) = archive.Run();

        Assert.Empty(report.Failed);
        Assert.Equal(
            ["ideas.csv/1", "ideas.csv/2", "ideas.tsv/1", "ideas/1", "ideas/2"],
            index.Added.Select(static one => one.Id).Order(StringComparer.Ordinal));
    }
}
