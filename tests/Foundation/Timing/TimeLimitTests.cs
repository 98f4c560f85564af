using ProposalSearch.Foundation.Timing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Foundation.Tests.Timing;

public sealed class TimeLimitTests
{
    [Fact]
    public void Check_UntilTheTimeIsSpent_Returns()
    {
        var limit = new TimeLimit(TimeSpan.FromSeconds(1), new CountingClock(2), CancellationToken.None);

        limit.Check();
        limit.Check();
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Throws<TimeExceededException>(limit.Check).Budget);
    }

    [Fact]
    public void Check_NoTimeAtAll_Throws() =>
        Assert.Throws<TimeExceededException>(new TimeLimit(TimeSpan.Zero, TimeProvider.System, CancellationToken.None).Check);

    [Fact]
    public void Check_LongestTime_Returns() => new TimeLimit(TimeSpan.MaxValue, TimeProvider.System, CancellationToken.None).Check();

    [Fact]
    public void Step_Many_LookAtTheClockNowAndThen()
    {
        var clock = new CountingClock(long.MaxValue);
        var limit = new TimeLimit(TimeSpan.FromSeconds(1), clock, CancellationToken.None);
        for (var step = 0; step < 1_000; step++)
        {
            limit.Step();
        }

        Assert.InRange(clock.Looks, 20, 50);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Step_Cancelled_ThrowsSoon(bool hasBudget)
    {
        using var cancellation = new CancellationTokenSource();
        var limit = new TimeLimit(hasBudget ? TimeSpan.FromHours(1) : null, TimeProvider.System, cancellation.Token);
        limit.Check();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => Enumerable.Range(0, 50).ToList().ForEach(_ => limit.Step()));
        Assert.Throws<OperationCanceledException>(limit.Check);
    }

    [Fact]
    public void None_Ever_Returns()
    {
        for (var step = 0; step < 1_000; step++)
        {
            TimeLimit.None.Step();
            TimeLimit.None.Check();
        }
    }
}
