using Xunit;

namespace ProposalSearch.Proposals.Tests;

public sealed class ReusedBuilderTests
{
    [Fact]
    public void Take_WhileAnotherIsTaken_GivesAnother()
    {
        var (first, second) = (ReusedBuilder.Take(10), ReusedBuilder.Take(10));
        first.Append("first");
        second.Append("second");

        Assert.Equal(("second", "first"), (ReusedBuilder.Finish(second), ReusedBuilder.Finish(first)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(200_000)]
    public void Take_AfterFinish_IsEmptyWithRoom(int length)
    {
        var text = ReusedBuilder.Finish(ReusedBuilder.Take(length).Append('x', length));
        var next = ReusedBuilder.Take(length);

        Assert.Equal((length, 0), (text.Length, next.Length));
        Assert.True(next.Capacity >= length);
    }
}
