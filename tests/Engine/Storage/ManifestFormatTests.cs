using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

public sealed class ManifestFormatTests
{
    [Fact]
    public void Publish_WorkedExampleOfTheFormat_HasItsBytes()
    {
        using var folder = new TemporaryFolder();
        var directory = IndexDirectory.CreateOrOpen(folder.Path);
        using var taken = directory.Lock();
        directory.Publish(new Manifest { Generation = 2, NextSegment = 2, Segments = [new SegmentInfo("s1", 3, [])] });

        byte[] expected =
        [
            2, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0,
            1, 0, 0, 0, 2, 0, 0, 0, 0x73, 0x31,
            3, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0,
        ];
        Assert.Equal(expected, File.ReadAllBytes(folder.File(Manifest.FileName))[64..^16]);
    }
}
