using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Settings;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Limits;

public sealed class WorkLimitsTests
{
    private static readonly SearchHostOptions Options =
        new() { MaxConcurrentSearches = 2, MaxConcurrentExports = 1, QueueMilliseconds = 50, MaxQueuedRequests = 10 };

    [Fact]
    public async Task Enter_AllPlacesTaken_WaitsInVainAndThenForOne()
    {
        using var limits = new WorkLimits(Options with { QueueMilliseconds = 10_000 }, TimeProvider.System);
        var first = await limits.EnterAsync(Work.Ordinary, default);
        var second = await limits.EnterAsync(Work.Ordinary, default);
        var third = limits.EnterAsync(Work.Ordinary, default).AsTask();
        Assert.False(third.IsCompleted);
        first!.Dispose();

        Assert.NotNull(await third);
        second!.Dispose();
    }

    [Fact]
    public async Task Enter_WaitedLongEnough_IsRefused()
    {
        using var limits = new WorkLimits(Options, TimeProvider.System);
        using var first = await limits.EnterAsync(Work.Ordinary, default);
        using var second = await limits.EnterAsync(Work.Ordinary, default);

        Assert.Null(await limits.EnterAsync(Work.Ordinary, default));
    }

    [Fact]
    public async Task Enter_ExpensivePlacesTaken_OrdinaryOnesAreLeft()
    {
        using var limits = new WorkLimits(Options, TimeProvider.System);
        using var expensive = await limits.EnterAsync(Work.Expensive, default);

        Assert.Null(await limits.EnterAsync(Work.Expensive, default));
        Assert.NotNull(await limits.EnterAsync(Work.Ordinary, default));
        Assert.NotNull(await limits.EnterAsync(Work.Ordinary, default));
    }

    [Fact]
    public async Task Enter_QueueFull_IsRefusedAtOnce()
    {
        using var limits = new WorkLimits(Options with { MaxQueuedRequests = 1, QueueMilliseconds = 10_000 }, TimeProvider.System);
        using var gone = new CancellationTokenSource();
        using var first = await limits.ExportAsync(default);
        var queued = limits.ExportAsync(gone.Token).AsTask();

        Assert.Null(await limits.ExportAsync(default));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);
    }

    [Fact]
    public async Task ExpensiveAnswer_SlowReaders_AreSixteenAtMost()
    {
        using var limits = new WorkLimits(Options, TimeProvider.System);
        for (var reader = 0; reader < 16; reader++)
        {
            Assert.NotNull(await limits.ExpensiveAnswerAsync(default));
        }

        Assert.Null(await limits.ExpensiveAnswerAsync(default));
    }
}
