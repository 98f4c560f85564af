using ProposalSearch.Engine.Tests.Indexing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>An update that deleted from a segment and then merged it away left the list of its deletions in the folder.</summary>
public sealed class Bug013FilesOfMergedSegments
{
    [Fact]
    public void Commit_DeletionsInASegmentThatIsMerged_LeavesOnlyListedFiles()
    {
        using var index = TestIndex.OfTexts("one", "two", "three");
        index.Change(writer => writer.Delete("0"));
        index.Change(writer => writer.Delete("1"));

        string[] expected = ["manifest", .. index.Snapshot.Manifest.AllFiles.Select(file => file.Name)];
        Assert.Equal(expected.Order(StringComparer.Ordinal), index.Files().Keys);
        Assert.Equal("three", index.Snapshot.Document(0).Text(0));
    }
}
