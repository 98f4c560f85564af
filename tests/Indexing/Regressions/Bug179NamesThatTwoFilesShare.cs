using ProposalSearch.Backends.Embedded;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>Of two files that differ in their ending alone one was lost, the proposal rather than the data beside it.</summary>
public sealed class Bug179NamesThatTwoFilesShare
{
    private static readonly string[] Names = ["a.html", "a.json", "a.md", "a.yml"];

    [Fact]
    public void Run_FilesThatDifferInTheirEnding_AllHaveIdsAndTextsThePlainOne()
    {
        using var archive = Archive(Names);
        var (report, index) = archive.Run();

        Assert.Empty(report.Failed);
        Assert.Equal(
            [("a", "a.md"), ("a.html", "a.html"), ("a.json", "a.json"), ("a.yml", "a.yml")],
            index.Added.Select(static proposal => (proposal.Id, proposal.SourcePath)));
        Assert.All(index.Added, static proposal => Assert.Equal($"Pond {proposal.SourcePath[2..]}", proposal.Title));
    }

    [Fact]
    public void Run_AFileWithoutATitle_IsNamedWithoutItsEnding()
    {
        using var archive = new TemporaryArchive().Write("old-pond.md", "Words of a pond.\n").Write("old-pond.txt", "Words of a mill.\n");

        Assert.Equal(["Old pond", "Old pond"], archive.Run().Index.Added.Select(static proposal => proposal.Title));
    }

    [Fact]
    public void Run_ATableBesideAText_NeedsNoEnding()
    {
        using var archive = new TemporaryArchive().Write("a.md", "---\ntitle: A\n---\n").Write("a.csv", "title,need\nB,Words\n");

        Assert.Equal(["a", "a/1"], archive.Run().Index.Added.Select(static proposal => proposal.Id));
    }

    [Fact]
    public async Task Run_AFileThatComesOrGoes_GivesTheIdsOfAFreshBuild()
    {
        using var archive = Archive("a.json", "b.yml");
        using var index = new TemporaryFolder();
        Assert.Equal(["a", "b"], await IdsAsync(archive, index, "a", "a.json", "b"));

        archive.Write("a.md", Text("a.md"));
        Assert.Equal(["a", "a.json", "b"], await IdsAsync(archive, index, "a", "a.json", "b"));

        File.Delete(Path.Combine(archive.Path, "a.md"));
        Assert.Equal(["a", "b"], await IdsAsync(archive, index, "a", "a.json", "b"));
    }

    private static async Task<string[]> IdsAsync(TemporaryArchive archive, TemporaryFolder index, params string[] ids)
    {
        var backend = new SearchBackend(new EmbeddedStore());
        var options = new IndexingOptions(archive.Path, index.Path, null);
        await IndexingPipeline.RunAsync(options, backend, TimeProvider.System);
        using var opened = await backend.OpenAsync(index.Path);
        return [.. (await opened.FindAsync(ids)).Select(static proposal => proposal?.Id).OfType<string>()];
    }

    private static TemporaryArchive Archive(params string[] names)
    {
        var archive = new TemporaryArchive();
        foreach (var name in names)
        {
            archive.Write(name, Text(name));
        }

        return archive;
    }

    private static string Text(string name) => name[2..] switch
    {
        "json" => "{\"title\": \"Pond json\"}",
        "yml" => "title: Pond yml\n",
        var ending => $"---\ntitle: Pond {ending}\n---\nWords.\n",
    };
}
