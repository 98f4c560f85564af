using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>Descriptions of data, tests of programs and measurements beside proposals were proposals, and their keys facets.</summary>
public sealed class Bug231RecordsThatAreNoProposals
{
    private const string Vectors =
        """[{"in": {"key": "ff01"}, "valid": true}, {"in": {"key": "ff02"}, "valid": false}, {"in": {"key": "ff03"}, "valid": true}]""";

    private const string Measures = "at,gust,lift\n1,2.5,7\n2,2.6,8\n3,2.9,9\n4,3.1,9\n";

    [Fact]
    public void Run_RecordsWithoutTitleAndSentence_AreLeftOutWithAWord()
    {
        using var archive = Archive().Write("0/vectors.json", Vectors).Write("0/gusts.csv", Measures)
            .Write("1/shape.json", """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Kite", "description": "A kite of a shape to be told."}
                """);
        var (report, index) = archive.Run();

        Assert.Equal(6, index.Added.Count);
        Assert.Equal(["year", "state"], index.Committed!.Facets.Select(static facet => facet.Field));
        Assert.Equal(["created", "state"], report.InferredRoles.Select(static role => role.Key).Order());
        Assert.Equal(["0/gusts.csv", "0/vectors.json", "1/shape.json"], report.Warnings.Select(static warning => warning.Path));
        Assert.All(report.Warnings, static warning => Assert.Contains("--include", warning.Remedy, StringComparison.Ordinal));
        Assert.All(report.Warnings, static warning => Assert.True(warning.LeavesOut));
    }

    [Fact]
    public void Run_FilesThatSomebodyNamed_AreProposals()
    {
        using var archive = Archive().Write("0/vectors.json", Vectors);
        var backend = new RecordingBackend();
        BlockingCalls.RunPipeline(
            new IndexingOptions(archive.Path, "unused", null) { Include = ["**/*.json", "**/*.md"] }, backend.Backend, TimeProvider.System);

        Assert.Equal(9, backend.Added.Count);
    }

    [Theory]
    [InlineData("table.csv", "Club,Paid\nRowing club,5\nChoir of port,6\nKite club,7\n", 9)]
    [InlineData("more.json", """[{"state": "open", "created": "2018-01-02"}, {"state": "shut", "created": "2018-01-03"}]""", 8)]
    public void Run_RecordsThatNameSomethingOrHaveTheKeysOfProposals_AreSome(string name, string text, int proposals)
    {
        using var archive = Archive().Write(name, text);

        Assert.Equal(proposals, archive.Run().Index.Added.Count);
    }

    [Fact]
    public void Run_AnArchiveOfSuchRecordsAlone_IsIndexed()
    {
        using var archive = new TemporaryArchive().Write("gusts.csv", Measures);

        Assert.Equal(4, archive.Run().Index.Added.Count);
    }

    [Fact]
    public void Run_Again_LeavesThemOutAndChangesNothing()
    {
        using var archive = Archive().Write("0/vectors.json", Vectors);
        using var folder = new TemporaryFolder();
        var first = Run(archive, folder);
        var again = Run(archive, folder);
        archive.Write("6/text.md", "---\ntitle: Kite 6\nstate: open\ncreated: 2016-01-02\n---\nWe fly it over the river.\n");
        var more = Run(archive, folder);

        Assert.Equal((6, 6, 7), (first.Indexed, again.Indexed, more.Indexed));
        Assert.True(again.IsUnchanged);
        Assert.Equal(first.Warnings.Select(static warning => warning.Cause), more.Warnings.Select(static warning => warning.Cause));
    }

    private static IndexingReport Run(TemporaryArchive archive, TemporaryFolder folder) => BlockingCalls.RunPipeline(
        new IndexingOptions(archive.Path, folder.Path, null), BlockingCalls.TestedEngine(), TimeProvider.System);

    private static TemporaryArchive Archive()
    {
        var archive = new TemporaryArchive();
        for (var at = 0; at < 6; at++)
        {
            archive.Write(
                $"{at}/text.md",
                $"---\ntitle: Kite {at}\nstate: {(at % 2 == 0 ? "open" : "shut")}\n"
                    + $"created: 2016-0{at + 1}-02\n---\nWe fly it over the river.\n");
        }

        return archive;
    }
}
