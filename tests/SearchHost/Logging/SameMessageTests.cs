using ProposalSearch.SearchHost.Logging;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Logging;

public sealed class SameMessageTests
{
    [Theory]
    [InlineData("No space left on device : '/index/t12.run'", "No space left on device : '/index/s7.postings'", true)]
    [InlineData("at /tmp/0f8fad5b-d9cb-469f-a165-70867728950e/x", "at /tmp/7c9e6679-7425-40de-944b-e07fc1f90ae7/x", true)]
    [InlineData("at /tmp/0f8fad5bd9cb469fa16570867728950e/x", "at /tmp/7c9e6679742540de944be07fc1f90ae7/x", true)]
    [InlineData("needs 1,024 bytes", "needs 98,304 bytes", true)]
    [InlineData("No space left on device : '/index/t12.run'", "Access to the path '/index/t12.run' is denied.", false)]
    [InlineData("There is no folder /2015/a", "There is no folder /2015/b", false)]
    [InlineData(null, "There is no folder", false)]
    [InlineData(null, null, true)]
    public void Is_TwoMessages_TellsWhetherTheySayTheSame(string? one, string? other, bool isSame)
        => Assert.Equal(isSame, SameMessage.Is(one, other));
}
