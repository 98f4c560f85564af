using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Indexing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A commit that failed had let go of the segments that were there: tried again, it published an index without them.</summary>
public sealed class Bug022CommitAgainAfterAFailure
{
    [Fact]
    public void Commit_AgainAfterItFailed_IsRefusedAndTheIndexStands()
    {
        using var index = TestIndex.OfTexts("one", "two");
        var obstacle = Directory.CreateDirectory(Path.Combine(index.Folder, "s2.documents"));
        using (var writer = IndexWriter.Create(index.Folder, index.Snapshot.Settings))
        {
            writer.Add(TestIndex.Document("1", "two"));
            Assert.Throws<IndexWriteException>(() => writer.Commit());
            obstacle.Delete();

            Assert.Throws<ObjectDisposedException>(() => writer.Commit());
            Assert.Throws<ObjectDisposedException>(() => writer.Add(TestIndex.Document("2", "three")));
        }

        using var now = IndexSnapshot.Open(index.Folder);
        Assert.Equal(2, now.DocumentCount);
    }
}
