using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Indexing;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests;

/// <summary>The indexer sends what changed only, and what is answered then is what an index of everything would answer.</summary>
public sealed class OpenSearchChangeTests : INeedsCluster, IDisposable
{
    private readonly string _source = Directory.CreateTempSubdirectory("changes-").FullName;
    private readonly string[] _locations = [TestLocations.New(), TestLocations.New()];

    [Fact]
    public async Task Run_SomeOfManyEdited_ChangesThoseAlone()
    {
        for (int file = 0; file < 30; file++)
        {
            Write($"{file:D2}.md", $"---\ntitle: T{file}\ncategory: {(file % 2 == 0 ? "arts" : "parks")}\n---\nA garden of words {file}\n");
        }

        Run(_locations[0]);
        Write("07.md", "---\ntitle: T7\ncategory: arts\n---\nA river of O'Neill\n");
        Write("075.md", "---\ntitle: T75\ncategory: arts\n---\nA garden that is new, of a rivr\n");
        File.Delete(Path.Combine(_source, "03.md"));
        var changed = Run(_locations[0]);
        Run(_locations[1]);

        Assert.Equal((2, 28, 1, 1, 1), (
            changed.Read, changed.Known, changed.Changes!.Replaced, changed.Changes.Added, changed.Changes.Removed));
        Assert.True(Run(_locations[0]).IsUnchanged);
        var backend = new SearchBackend(TestLocations.Store);
        using var gone = await backend.OpenAsync(_locations[0]);
        using var anew = await backend.OpenAsync(_locations[1]);
        Assert.Equal(anew.Identity.Build, gone.Identity.Build);
        string[] texts = ["garden", "", "river OR words", "oneill", "\"garden of words\"", "gardn", "category:arts garden"];
        foreach (string text in texts)
        {
            var request = new SearchRequest { Text = text, PerPage = 100, Explain = true, TimeBudget = null, Facets = ["category"] };
            Assert.Equal(
                JsonSerializer.Serialize(await anew.SearchAsync(request)), JsonSerializer.Serialize(await gone.SearchAsync(request)));
        }
    }

    public void Dispose()
    {
        Directory.Delete(_source, recursive: true);
        Array.ForEach(_locations, TestLocations.Remove);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_source, name), text);

    private IndexingReport Run(string location) => BlockingCalls.RunPipeline(
        new IndexingOptions(_source, location, null), new SearchBackend(TestLocations.Store), TimeProvider.System);
}
