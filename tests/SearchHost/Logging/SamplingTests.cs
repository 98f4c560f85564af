using ProposalSearch.SearchHost.Logging;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Logging;

public sealed class SamplingTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly ManualTime _time = new();
    private readonly List<string> _told = [];

    [Fact]
    public void IsFirst_Flood_TellsTheFirstAndThenANumberEachInterval()
    {
        using var sampling = Sampling();
        var first = 0;
        for (var at = 0; at < 1_000; at++)
        {
            first += sampling.IsFirst("a") ? 1 : 0;
            _time.Pass(TimeSpan.FromMilliseconds(20));
        }

        Assert.Equal(1, first);
        Assert.Equal(["a 499", "a 500"], _told);
    }

    [Fact]
    public void IsFirst_AfterAQuietInterval_IsTheFirstAgain()
    {
        using var sampling = Sampling();
        Assert.True(sampling.IsFirst("a"));
        Assert.False(sampling.IsFirst("a"));
        _time.Pass(Interval);
        Assert.False(sampling.IsFirst("a"));
        _time.Pass(2 * Interval);

        Assert.Equal(["a 1", "a 1"], _told);
        Assert.Equal(0, _time.Timers);
        Assert.True(sampling.IsFirst("a"));
    }

    [Fact]
    public void IsFirst_OtherKind_IsTheFirstOfItsKind()
    {
        using var sampling = Sampling();

        Assert.True(sampling.IsFirst("a"));
        Assert.True(sampling.IsFirst("b"));
        Assert.False(sampling.IsFirst("a"));
    }

    [Fact]
    public void IsFirst_KindsWithoutEnd_AreOneBeyondTheMost()
    {
        using var sampling = Sampling();
        var first = Enumerable.Range(0, 10_000).Count(kind => sampling.IsFirst($"kind {kind}"));
        _time.Pass(Interval);

        Assert.Equal(MaxKinds + 1, first);
        Assert.Equal([$"of other kinds {10_000 - first}"], _told);
    }

    [Fact]
    public void Dispose_OfASampling_EndsItsTimers()
    {
        var sampling = Sampling();
        sampling.IsFirst("a");
        sampling.Dispose();

        Assert.Equal(0, _time.Timers);
        Assert.True(sampling.IsFirst("b"));
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public void IsFirst_ManyThreads_LoseNoCount()
    {
        using var sampling = Sampling();
        var first = 0;
        Parallel.For(0, 10_000, _ => Interlocked.Add(ref first, sampling.IsFirst("a") ? 1 : 0));
        _time.Pass(Interval);

        Assert.Equal(1, first);
        Assert.Equal(["a 9999"], _told);
    }

    private const int MaxKinds = SearchHost.Logging.Sampling.MaxKinds;

    private Sampling Sampling() => new(Interval, (kind, count) => _told.Add($"{kind} {count}"), _time);
}
