using ProposalSearch.Indexing.Drafting;
using ProposalSearch.Proposals;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>
/// A proposal whose keys are in one file and whose text is in another of its folder was two: one without text, one without year.
/// </summary>
public sealed class Bug230OneProposalInTwoFiles
{
    [Theory]
    [InlineData("meta.yml", "index.md")]
    [InlineData("proposal.json", "README.md")]
    [InlineData("about.yaml", "text.txt")]
    public void Run_FoldersWithTheSamePairOfNames_AreOneProposalEach(string keys, string text)
    {
        using var archive = Archive(keys, text);
        var (report, index) = archive.Run();

        Assert.Equal(["kites/0", "kites/1", "kites/2", "kites/3", "kites/4"], index.Added.Select(static proposal => proposal.Id));
        Assert.Equal((10, 5, 0), (report.Read, report.Indexed, report.Failed.Count));
        Assert.Equal(("Kite 0", 2016, "Ida Voss"), Roles(index.Added[0]));
        Assert.Contains(index.Added[0].Answers, static answer => answer.Text == "We fly kite 0 over the river.");
    }

    [Fact]
    public void Run_TwoFoldersOfTen_AreNoRule()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 10; at++)
        {
            archive.Write($"k{at}/text.md", $"# Kite {at}\n\nWe fly kite {at} over the river.\n");
        }

        archive.Write("k0/notes.yml", "title: Notes\nplan: We wrote some notes here.\n");
        archive.Write("k1/notes.yml", "title: Others\nplan: We wrote some others here.\n");
        Assert.Equal(12, archive.Run().Index.Added.Count);
    }

    [Fact]
    public void Run_KeysThatSayUnpublished_HoldForTheText()
    {
        using var archive = Archive("meta.yml", "index.md").Write("kites/2/meta.yml", "title: Kite 2\npublished: false\n");
        var (report, index) = archive.Run();

        Assert.Equal((1, 4), (report.Unpublished, index.Added.Count));
    }

    [Fact]
    public void Run_KeysThatCannotBeRead_ServeNothing()
    {
        using var archive = Archive("meta.yml", "index.md").Write("kites/2/meta.yml", "[title, {'Kite 2\n");
        var (report, index) = archive.Run();

        Assert.Equal("kites/2/meta.yml", Assert.Single(report.Failed).Path);
        Assert.Equal(4, index.Added.Count);
    }

    [Fact]
    public async Task Run_AChangeInTheKeysAlone_IsNoticed()
    {
        using var archive = Archive("meta.yml", "index.md");
        using var index = new TemporaryFolder();
        Assert.Equal("Kite 3", await TitleAsync(archive, index));
        archive.Write("kites/3/meta.yml", "title: Boat 3\nyear: 2017\n");

        Assert.Equal("Boat 3", await TitleAsync(archive, index));
    }

    [Fact]
    public void Draft_OfSuchAnArchive_ChangesNothing()
    {
        using var archive = Archive("meta.yml", "index.md");
        using var schema = new TemporaryArchive().Write("s.yml", SchemaDraft.Of(archive.Path));

        Assert.Equal(
            archive.Run().Index.Added.Select(Roles), archive.Run(Path.Combine(schema.Path, "s.yml")).Index.Added.Select(Roles));
    }

    private static async Task<string?> TitleAsync(TemporaryArchive archive, TemporaryFolder folder)
    {
        var backend = BlockingCalls.TestedEngine();
        var options = new IndexingOptions(archive.Path, folder.Path, null);
        await IndexingPipeline.RunAsync(options, backend, TimeProvider.System);
        using var index = await backend.OpenAsync(folder.Path);
        return (await index.FindAsync("kites/3"))?.Title;
    }

    private static (string Title, int? Year, string? Organization) Roles(Proposal proposal)
        => (proposal.Title, proposal.Year, proposal.Organization);

    private static TemporaryArchive Archive(string keys, string text)
    {
        var archive = new TemporaryArchive();
        for (var at = 0; at < 5; at++)
        {
            archive.Write($"kites/{at}/{text}", $"We fly kite {at} over the river.\n");
            archive.Write($"kites/{at}/{keys}", $$"""{"title": "Kite {{at}}", "created": "2016-0{{at + 1}}-02", "author": "Ida Voss"}""");
        }

        return archive;
    }
}
