using ProposalSearch.SearchHost.Tests.Logging;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>The log got a stack for every body that was too large or badly framed.</summary>
public sealed class Bug062AStackForEachBadBody
{
    [Fact]
    public async Task Log_OfBadBodies_HasOneLineEach()
    {
        await using var host = await LoggedHost.StartAsync();
        var before = host.Lines.Length;
        for (var kind = 0; kind < BadRequests.Kinds; kind++)
        {
            Assert.True(await BadRequests.SendAsync(host.Address, kind, default));
        }

        for (var tries = 0; tries < 100 && !host.Lines.Any(line => line.Contains("method_not_allowed", StringComparison.Ordinal)); tries++)
        {
            await Task.Delay(50);
        }

        var said = host.Lines[before..];
        Assert.Contains(said, line => line.EndsWith("Refused: POST /v1/search, 413 body_too_large.", StringComparison.Ordinal));
        Assert.All(said, line => Assert.Contains("Refused: ", line));
    }
}
