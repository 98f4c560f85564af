using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// Any name in <c>Host</c> was answered, so that a page elsewhere, whose name leads to this machine for a moment, could read everything;
/// and addresses in exports and in <c>/opensearch.xml</c> repeated it.
/// </summary>
public sealed class Bug018RequestsForOtherHosts
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("localhost:5080", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("192.0.2.7", false)]
    public async Task Get_WithoutASetting_AnswersToNamesOfThisMachine(string name, bool isAnswered) => await CheckAsync(name, isAnswered);

    [Theory]
    [InlineData("archive.example.org", true)]
    [InlineData("a.example.net:8443", true)]
    [InlineData("example.net", false)]
    [InlineData("localhost", false)]
    public async Task Get_WithTheSetting_AnswersToThoseAlone(string name, bool isAnswered)
        => await CheckAsync(name, isAnswered, ("AllowedHosts", "archive.example.org; *.example.net"));

    [Fact]
    public async Task Get_AllAllowed_AnswersToAny() => await CheckAsync("any.example", isAnswered: true, ("AllowedHosts", "*"));

    [Fact]
    public async Task Get_ListeningEverywhere_AnswersToTheMachinesOwnName()
        => await CheckAsync(Environment.MachineName, isAnswered: true, ("urls", "http://0.0.0.0:0"));

    private static async Task CheckAsync(string name, bool isAnswered, params (string Key, string? Value)[] settings)
    {
        await using var host = await RunningHost.StartAsync(settings: settings);
        var answer = await host.SendRawAsync($"GET /health/live HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith(isAnswered ? "HTTP/1.1 200 " : "HTTP/1.1 400 ", answer);
        Assert.Equal(!isAnswered, answer.Contains("\"code\":\"host_not_allowed\"", StringComparison.Ordinal));
    }
}
