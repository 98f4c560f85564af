using ProposalSearch.Indexing;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Archives;

/// <summary>Facts about the real archive that were counted in its files by other means.</summary>
public sealed class La2050ArchiveTests : IDisposable
{
    private const string Unpublished = "published: false";
    private readonly string _folder = Directory.CreateTempSubdirectory("la2050-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SharedFact("corpora", "la2050-archive")]
    public async Task Archive_Searched_CountsWhatItsFilesSayAndNeverShowsTheUnpublished()
    {
        var source = SharedCorpus.Path("corpora", "la2050-archive")!;
        var report = BlockingCalls.RunPipeline(
            new IndexingOptions(source, _folder, null), BlockingCalls.EmbeddedBackend(), TimeProvider.System);
        using var index = BlockingCalls.EmbeddedBackend().Open(_folder);

        Assert.Equal((1288, 1287, 1, 0), (report.Read, report.Indexed, report.Unpublished, report.Failed.Count));
        Assert.Equal(["2020:284", "2018:140", "2016:288", "2015:299", "2013:276"], await Years(index, ""));
        Assert.Equal(["2020:65", "2018:24", "2016:31", "2015:24", "2013:64"], await Years(index, "poverty"));
        Assert.Equal(208, (await index.SearchAsync(new SearchRequest { Text = "\"poverty\"" })).Total);
        Assert.Equal(386, (await index.SearchAsync(new SearchRequest { Text = "\"college\"" })).Total);
        await AssertNeverShown(index, source);
    }

    private static async Task AssertNeverShown(ProposalIndex index, string source)
    {
        var file = Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Single(
            file => File.ReadAllText(file).Contains(Unpublished, StringComparison.Ordinal));
        var id = Path.ChangeExtension(Path.GetRelativePath(source, file), null);

        Assert.Null(await index.FindAsync(id));
        await foreach (var hit in index.StreamAsync(new SearchRequest()))
        {
            Assert.NotEqual(id, hit.Id);
            Assert.NotNull(await index.FindAsync(hit.Id));
        }
    }

    private static async Task<List<string>> Years(ProposalIndex index, string text) =>
        [
            .. (await index.SearchAsync(new SearchRequest { Text = text, Facets = ["year"] })).Facets[0].Values
                .Select(value => $"{value.Value}:{value.Count}"),
        ];
}
