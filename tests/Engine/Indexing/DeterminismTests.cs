using System.Security.Cryptography;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Tests.Searching;
using ProposalSearch.Engine.Tests.Storage;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

public sealed class DeterminismTests
{
    private const int Seed = 42;

    [Fact]
    public async Task Commit_SameDocumentsOnAnyNumberOfProcessors_GivesTheSameBytes()
    {
        var here = Digest();
        using var one = ChildProcess.Start(["build-digest"], ("DOTNET_PROCESSOR_COUNT", "1"));
        using var four = ChildProcess.Start(["build-digest"], ("DOTNET_PROCESSOR_COUNT", "4"));

        Assert.Equal(here, Digest());
        Assert.Equal(here, (await one.OutputAsync()).Trim());
        Assert.Equal(here, (await four.OutputAsync()).Trim());
    }

    [Fact]
    public void Commit_ManyChunksMerged_FindsAsOneChunkDoes()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        Build(folder.Path, chunkLimit: null);
        Build(other.Path, chunkLimit: 700);
        using var one = IndexSnapshot.Open(folder.Path);
        using var merged = IndexSnapshot.Open(other.Path);
        Assert.Single(merged.Manifest.Segments);
        Assert.True(merged.Manifest.NextSegment > 5);
        var random = new Random(Seed);
        var queries = new RandomQueries(random);
        for (var i = 0; i < 400; i++)
        {
            var query = queries.Next(3);
            var options = new SearchOptions { Top = 20, Facets = ["category", "year", "rare"], Sort = i % 4 == 0 ? new SortBy(SortKind.Text, "category") : SortBy.Score };
            var (expected, found) = (one.Search(query, options), merged.Search(query, options));
            Assert.True(expected.Total == found.Total && expected.Hits.SequenceEqual(found.Hits), $"query {i}: {QueryText.Of(query)}");
            Assert.True(expected.Facets.Zip(found.Facets).All(pair => pair.First.Values.SequenceEqual(pair.Second.Values)), $"query {i}: {QueryText.Of(query)}");
        }

        Assert.Equal(one.AverageLength, merged.AverageLength);
        for (var document = 0; document < one.DocumentCount; document++)
        {
            AssertSame(one, merged, document);
        }
    }

    /// <summary>A digest of all files of an index of many chunks.</summary>
    public static string Digest()
    {
        using var folder = new TemporaryFolder();
        Build(folder.Path, chunkLimit: 700);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in TestIndex.FilesOf(folder.Path))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
        }

        return Convert.ToHexString(hash.GetCurrentHash());
    }

    private static void Build(string folder, long? chunkLimit)
    {
        using var writer = IndexWriter.Create(folder, SmallWorld.Settings(weighted: true), chunkLimit);
        foreach (var document in SmallWorld.Documents(new Random(Seed), 0, 600, longest: 12))
        {
            writer.Add(document);
        }

        writer.Commit(default);
    }

    private static void AssertSame(IndexSnapshot one, IndexSnapshot merged, int document)
    {
        var expected = one.Document(document);
        var found = merged.Document(document);
        Assert.Equal(expected.Id, found.Id);
        Assert.Equal(expected.SectionCount, found.SectionCount);
        for (var section = 0; section < expected.SectionCount; section++)
        {
            Assert.Equal(expected.Label(section), found.Label(section));
            Assert.Equal(expected.StartPosition(section), found.StartPosition(section));
            Assert.Equal(expected.Text(section), found.Text(section));
        }
    }
}
