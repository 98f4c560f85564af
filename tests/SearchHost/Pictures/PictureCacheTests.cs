using ProposalSearch.SearchHost.Pictures;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pictures;

public sealed class PictureCacheTests
{
    private readonly Clock _time = new();
    private readonly List<string> _asked = [];

    [Fact]
    public async Task Get_Again_IsWhatIsKept()
    {
        using var cache = Cache(mostBytes: 100_000);
        var first = await Get(cache, "a");

        Assert.Same(first, await Get(cache, "a"));
        Assert.Equal(["a"], _asked);
        _time.Now += TimeSpan.FromDays(2);
        Assert.NotSame(first, await Get(cache, "a"));
    }

    [Fact]
    public async Task Get_MoreThanThereIsRoomFor_ForgetsWhatWasAskedForLongestAgo()
    {
        using var cache = Cache(mostBytes: 3_500);
        foreach (var name in new[] { "a", "b", "a", "c", "a", "b" })
        {
            await Get(cache, name);
            Assert.InRange(cache.Bytes, 1, 3_500);
        }

        Assert.Equal(["a", "b", "c", "b"], _asked);
    }

    [Fact]
    public async Task Get_WhatCannotBeHad_IsAskedForAgainLater()
    {
        using var cache = Cache(mostBytes: 100_000);

        Assert.Null(await Get(cache, "none"));
        Assert.Null(await Get(cache, "none"));
        Assert.Equal(["none"], _asked);
        _time.Now += TimeSpan.FromMinutes(11);
        Assert.Null(await Get(cache, "none"));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task Get_WhileItIsLoaded_WaitsForTheSame()
    {
        var (calls, open) = (0, new TaskCompletionSource<Picture?>());
        using var cache = new PictureCache(
            (_, _) =>
            {
                Interlocked.Increment(ref calls);
                return open.Task;
            },
            _time,
            100_000);
        var waiting = Enumerable.Range(0, 5).Select(_ => Get(cache, "a")).ToList();
        var others = Enumerable.Range(0, 40).Select(at => Get(cache, "other" + at)).ToList();

        Assert.All(others.Skip(31), other => Assert.True(other.IsCompletedSuccessfully && other.Result is null));
        open.SetResult(new Picture([1], "image/png"));
        Assert.All(await Task.WhenAll(waiting), Assert.NotNull);
        Assert.All(await Task.WhenAll(others.Take(31)), Assert.NotNull);
        Assert.Equal(32, calls);
    }

    private static Task<Picture?> Get(PictureCache cache, string name) =>
        cache.GetAsync(new Uri("https://images.example.org/" + name), CancellationToken.None);

    private PictureCache Cache(long mostBytes) => new(
        (address, _) =>
        {
            var name = address.Segments[^1];
            _asked.Add(name);
            return Task.FromResult(name == "none" ? null : new Picture(new byte[1_000], "image/png"));
        },
        _time,
        mostBytes);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
