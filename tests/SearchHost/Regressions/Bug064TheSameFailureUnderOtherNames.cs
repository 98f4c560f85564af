using ProposalSearch.SearchHost.Snapshots;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// With a full disk each try to bring the index up to date failed at another temporary file, and the log told each time what it had told
/// before.
/// </summary>
public sealed class Bug064TheSameFailureUnderOtherNames
{
    private const string First = "The index cannot be written: There is not enough space on the disk : '/data/index/t12.run'.";

    [Fact]
    public void IsNews_SameFailureAtAnotherTemporaryFile_IsNone()
    {
        var upkeep = new Upkeep();
        Assert.True(upkeep.IsNews(First));
        upkeep.Fail(DateTimeOffset.UnixEpoch, First);

        Assert.False(upkeep.IsNews("The index cannot be written: There is not enough space on the disk : '/data/index/s1407.postings'."));
        Assert.True(upkeep.IsNews("The index cannot be written: Access to the path '/data/index/s1407.postings' is denied."));
        upkeep.Succeed();
        Assert.True(upkeep.IsNews(First));
    }
}
