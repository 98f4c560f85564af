using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>The same proposals in a table and in JSON beside it counted twice.</summary>
public sealed class Bug675ListsThatAreTheSame
{
    private const string Table =
        ",title,amount,place,tags\n0,Reeds,1200,39.0457549,\"pond; water\"\n1,Buses,900,-76.64127119999999,night\n";

    private const string Json = """
        [{"name": "Buses", "cost": 900.0, "at": -76.6412712, "kinds": ["night"]},
         {"name": "Reeds", "cost": 1200.0, "at": 39.0457549, "kinds": ["pond", "water"], "open": true}]
        """;

    [Fact]
    public void Run_ATableThatHoldsWhatAListHolds_IsLeftOutWithAWord()
    {
        using var archive = new TemporaryArchive().Write("ideas.csv", Table).Write("ideas.json", Json);

        var (report, index) = archive.Run();

        Assert.Equal(["ideas/1", "ideas/2"], index.Added.Select(static one => one.Id).Order(StringComparer.Ordinal));
        Assert.Contains(
            report.Warnings,
            static warning => warning is { Path: "ideas.csv", LeavesOut: true }
                && warning.Cause.Contains("2 records are those of 'ideas.json'", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_AListThatSaysLessThanTheTable_IsLeftOutInstead()
    {
        using var archive = new TemporaryArchive()
            .Write("ideas.csv", "title,need\nReeds,Water for frogs\nBuses,To come home\n")
            .Write("ideas.json", """[{"title": "Reeds"}, {"title": "Buses"}]""");

        var index = archive.Run().Index;

        Assert.Equal(2, index.Added.Count);
        Assert.All(index.Added, static one => Assert.Equal("ideas.csv", one.SourcePath));
    }

    [Theory]
    [InlineData("""[{"title": "Reeds", "need": "Water"}, {"title": "Buses", "need": "Day"}]""")]
    [InlineData("""[{"title": "Reeds", "need": "Water"}]""")]
    [InlineData("""[{"title": "Reeds", "need": "Water"}, {"title": "Reeds", "need": "Water"}]""")]
    [InlineData("""[{"title": "Reeds", "need": "Water"}, {"title": "Buses", "need": "Night"}, {"title": "Wells", "need": "Rope"}]""")]
    public void Run_ListsThatDiffer_AreBothIndexed(string json)
    {
        using var archive = new TemporaryArchive().Write("ideas.csv", "title,need\nReeds,Water\nBuses,Night\n").Write("ideas.json", json);

        var sources = archive.Run().Index.Added.Select(static one => one.SourcePath).Distinct();

        Assert.Equal(["ideas.csv", "ideas.json"], sources.Order(StringComparer.Ordinal));
    }

    /// <summary>By the hash and the look of a file an update tells whether it has to be read again.</summary>
    [Fact]
    public void Hash_OnceTheListBesideIsAnother_IsAnother()
    {
        using var archive = new TemporaryArchive().Write("ideas.csv", Table).Write("ideas.json", Json);
        var (hash, stamp) = Look(archive);

        archive.Write("ideas.json", Json + " ");

        Assert.NotEqual(hash, Look(archive).Hash);
        Assert.NotEqual(stamp, Look(archive).Stamp);
    }

    private static (string Hash, FileStamp? Stamp) Look(TemporaryArchive archive)
    {
        var table = SourceFolder.List(archive.Path).Files.Single(static file => file.Format == SourceFormat.Csv);
        return (SourceReader.Hash(table), FileStamp.Of(table));
    }
}
