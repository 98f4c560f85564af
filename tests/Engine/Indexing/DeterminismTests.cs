using System.Security.Cryptography;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Tests.Searching;
using ProposalSearch.Testing;
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

    /// <summary>Of 1 chunk, some, and hundreds; those are more than are merged at once, so that merges are merged.</summary>
    [Theory]
    [InlineData(4_000, 2)]
    [InlineData(500, SegmentRuns.FanIn * 2)]
    public void Commit_DocumentsInChunksOfAnySize_GivesTheSameBytes(int chunkBytes, int fewestChunks)
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        Assert.Equal(1, Build(folder.Path, chunkBytes: null));
        Assert.InRange(Build(other.Path, chunkBytes), fewestChunks, int.MaxValue);

        AssertSameFiles(folder, other);
        using var snapshot = IndexSnapshot.Open(other.Path);
        Assert.Single(snapshot.Manifest.Segments);
        Assert.Equal(2, snapshot.Manifest.NextSegment);
    }

    /// <summary>A digest of all files of an index of many chunks.</summary>
    public static string Digest()
    {
        using var folder = new TemporaryFolder();
        Build(folder.Path, chunkBytes: 3_000);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in TestIndex.FilesOf(folder.Path))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
        }

        return Convert.ToHexString(hash.GetCurrentHash());
    }

    private static int Build(string folder, long? chunkBytes)
    {
        using var writer = IndexWriter.Create(folder, SmallWorld.Settings(weighted: true), chunkBytes);
        foreach (var document in SmallWorld.Documents(new Random(Seed), 0, 600, longest: 12))
        {
            writer.Add(document);
        }

        writer.Commit();
        return writer.Chunks;
    }

    private static void AssertSameFiles(TemporaryFolder one, TemporaryFolder other)
    {
        var (expected, found) = (TestIndex.FilesOf(one.Path), TestIndex.FilesOf(other.Path));
        Assert.Equal(expected.Keys, found.Keys);
        Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(found[file.Key]), file.Key));
    }
}
