using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.SearchHost.Tests.Logging;

/// <summary>What a hostile client can make the log grow by.</summary>
public sealed class FloodTests(ITestOutputHelper output)
{
    private const int Requests = 10_000;
    private const int AtOnce = 16;

    [Fact]
    public async Task Log_OfTenThousandBadRequests_IsAFewLines()
    {
        await using var host = await LoggedHost.StartAsync();
        var before = host.Lines.Length;
        var counts = new int[BadRequests.Kinds];
        await Parallel.ForEachAsync(Enumerable.Range(0, AtOnce), async (client, cancellation) =>
        {
            for (var at = client; at < Requests; at += AtOnce)
            {
                var kind = at % BadRequests.Kinds;
                Assert.True(await BadRequests.SendAsync(host.Address, kind, cancellation), $"kind {kind} was not refused");
                Interlocked.Increment(ref counts[kind]);
            }
        });

        // What follows a first line is told of ten seconds later.
        await Task.Delay(TimeSpan.FromSeconds(11));
        var said = host.Lines[before..];
        var bytes = said.Sum(line => Encoding.UTF8.GetByteCount(line) + 1);
        output.WriteLine(string.Join(Environment.NewLine, said));
        output.WriteLine(FormattableString.Invariant(
            $"A flood of {counts.Sum():N0} bad requests: {bytes:N0} bytes of log in {said.Length} lines"));

        Assert.NotEmpty(said);
        Assert.DoesNotContain(said, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains("Exception", StringComparison.Ordinal));
        Assert.All(said, line => Assert.InRange(line.Length, 1, 240));
        Assert.InRange(bytes, 1, 20_000);
    }
}
