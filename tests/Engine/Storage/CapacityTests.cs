using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

public sealed class CapacityTests
{
    [Theory]
    [InlineData(1_000_000_000, 1_000_000_001)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Publish_MoreDocumentsThanAnIndexHolds_IsRefusedAndTheOldIndexStands(int one, int other)
    {
        using var folder = new TemporaryFolder();
        var directory = IndexDirectory.CreateOrOpen(folder.Path);
        using var taken = directory.Lock();
        directory.Publish(Of(1, 1_000_000_000, 1_000_000_000));

        Assert.Contains(
            "Split the archive",
            Assert.Throws<NotSupportedException>(() => directory.Publish(Of(2, one, other))).Message,
            StringComparison.Ordinal);
        Assert.Equal(1, directory.ReadManifest()!.Generation);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void ReadManifest_NumbersOfDocumentsThatCannotBe_NamesTheManifest(int documents)
    {
        using var folder = new TemporaryFolder();
        var directory = IndexDirectory.CreateOrOpen(folder.Path);
        using var taken = directory.Lock();
        directory.Publish(new Manifest { Generation = 1, Segments = [new SegmentInfo("s1", documents, [])] });

        Assert.Equal(folder.File(Manifest.FileName), Assert.Throws<IndexDamagedException>(directory.ReadManifest).Path);
    }

    private static Manifest Of(long generation, params int[] documents) =>
        new() { Generation = generation, Segments = [.. documents.Select((count, at) => new SegmentInfo($"s{at + 1}", count, []))] };
}
