using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Choice.Tests;

/// <summary>Engines that share a folder: each knows the other's index, and takes its place only when its own is whole.</summary>
public sealed class KnownBackendsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("choice-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Names_All_AreThoseOfTheirStores() =>
        Assert.All(Enum.GetValues<BackendName>(), name => Assert.Equal(name.ToString(), KnownBackends.Of(name).Name, ignoreCase: true));

    [Theory]
    [InlineData(BackendName.Lucene, BackendName.Embedded)]
    [InlineData(BackendName.Embedded, BackendName.Lucene)]
    public void Open_AnIndexOfAnother_SaysWhoseItIsAndWhatToDo(BackendName made, BackendName asked)
    {
        Build(made, "a");
        var backend = KnownBackends.Of(asked);

        var opened = Assert.Throws<IndexUnavailableException>(() => backend.Open(_folder));
        var served = Assert.Throws<IndexUnavailableException>(() => backend.OpenToServe(_folder, IndexHeldIn.Automatic));
        string fault = Assert.Single(backend.Verify(_folder).Faults);

        Assert.Equal((IndexUnavailableReason.OtherVersion, IndexUnavailableReason.OtherVersion), (opened.Reason, served.Reason));
        Assert.Equal((fault, fault), (opened.Message, served.Message));
        Assert.Contains($"made by the backend '{KnownBackends.Of(made).Name}'", fault, StringComparison.Ordinal);
        Assert.Contains($"--backend {KnownBackends.Of(made).Name}", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BackendName.Lucene, BackendName.Embedded)]
    [InlineData(BackendName.Embedded, BackendName.Lucene)]
    public void Build_OverAnIndexOfAnother_LeavesItUntilItIsPublished(BackendName before, BackendName after)
    {
        Build(before, "a");
        using (var unfinished = KnownBackends.Of(after).Build(_folder))
        {
            unfinished.Add(Some.Proposal("b"));
        }

        Assert.Equal(["a"], Ids(before));
        Build(after, "b");

        Assert.Equal(["b"], Ids(after));
        var gone = Assert.Throws<IndexUnavailableException>(() => KnownBackends.Of(before).Open(_folder));
        Assert.Equal(IndexUnavailableReason.OtherVersion, gone.Reason);
    }

    [Theory]
    [InlineData(BackendName.Lucene, BackendName.Embedded)]
    [InlineData(BackendName.Embedded, BackendName.Lucene)]
    public void Build_OverAnIndexOfAnother_KeepsFilesOfNoIndex(BackendName before, BackendName after)
    {
        string notes = Path.Combine(_folder, "notes.txt");
        File.WriteAllText(notes, "Keep me.");
        Build(before, "a");
        Build(after, "b");

        Assert.Equal("Keep me.", File.ReadAllText(notes));
        Assert.Empty(KnownBackends.Of(after).Verify(_folder).Faults);
    }

    private void Build(BackendName name, string id)
    {
        using var builder = KnownBackends.Of(name).Build(_folder);
        builder.Add(Some.Proposal(id));
        builder.Commit(Some.Metadata);
    }

    private List<string> Ids(BackendName name)
    {
        using var index = KnownBackends.Of(name).Open(_folder);
        return [.. index.SearchAsync(new SearchRequest()).AsTask().GetAwaiter().GetResult().Hits.Select(hit => hit.Id)];
    }
}
