using ProposalSearch.Backends.Lucene.Tests.LifeCycle;
using ProposalSearch.Retrieval;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Regressions;

/// <summary>
/// A process that was killed in the first commit of a folder left a <c>segments_1</c> without content, and the folder was said to hold a
/// damaged index. It holds none.
/// </summary>
public sealed class Bug150AFirstCommitThatNeverEnded : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unfinished-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public async Task Folder_WithAnUnfinishedFirstCommit_HasNoIndexAndTakesOne(int bytes)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "segments_1"), new byte[bytes]);

        var absent = await Assert.ThrowsAsync<IndexUnavailableException>(async () => await new LuceneStore().OpenAsync(_folder));
        Assert.Equal(IndexUnavailableReason.Absent, absent.Reason);
        await ChangedEditions.PublishOneAsync(_folder, 1);
        Assert.Equal(1, await ChangedEditions.ReadAsync(_folder));
    }
}
