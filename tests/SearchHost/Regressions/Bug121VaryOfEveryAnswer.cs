using System.Net;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// Answers with the name of an origin lost <c>Vary: Origin</c> to compression, so that a cache gave one site's answer to another. Of every
/// method and every way an answer can come about, not of plain answers to GET alone.
/// </summary>
public sealed class Bug121VaryOfEveryAnswer
{
    private static readonly (string Method, string Address)[] Asked =
    [
        ("GET", "/v1/search?q=poverty"), ("HEAD", "/v1/search?q=poverty"), ("POST", "/v1/search"), ("OPTIONS", "/v1/search"),
        ("DELETE", "/v1/search"), ("GET", "/v1/search?page=0"), ("GET", "/v1/search.csv"), ("HEAD", "/v1/search.ndjson"),
        ("GET", "/v1/proposals/2015/lift-la/"), ("GET", "/v1/proposals/none"), ("OPTIONS", "/v1/nothing"), ("GET", "/v1/suggest?q=l"),
        ("GET", "/v1/suggest.opensearch?q=l"), ("GET", "/opensearch.xml"), ("GET", "/health/live"), ("GET", "/assets/none.css"),
    ];

    [Theory]
    [InlineData("https://one.example")]
    [InlineData("https://other.example")]
    [InlineData(null)]
    public async Task Send_AnyMethodAnywhere_SaysThatItDependsOnTheOrigin(string? origin)
    {
        await using var host = await RunningHost.StartAsync(settings: ("ProposalSearch:AllowedOrigins:0", "https://one.example"));
        foreach (var (method, address) in Asked)
        {
            foreach (var encoding in new[] { null, "br", "gzip" })
            {
                using var answer = await SendAsync(host, method, address, origin, encoding);
                using var again = await SendAsync(host, method, address, origin, encoding, answer.Headers.ETag?.ToString());

                Assert.All([answer, again], one => Check(one, origin));
            }
        }
    }

    [Fact]
    public async Task Send_WhileThereIsNoIndex_SaysItToo()
    {
        var run = new SampleRun(BlockingCalls.TestedEngine(), "nowhere") { Waits = true };
        await using var host = await RunningHost.StartAsync(
            run,
            settings: [("ProposalSearch:AllowedOrigins:0", "https://one.example"), ("ProposalSearch:StartupWaitSeconds", "0")]);
        using var answer = await SendAsync(host, "GET", "/v1/search", "https://one.example", "br");
        run.Let();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Check(answer, "https://one.example");
    }

    private static void Check(HttpResponseMessage answer, string? origin)
    {
        var allowed = answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var names) ? names.Single() : null;

        Assert.Equal(["Accept-Encoding", "Origin"], answer.Headers.Vary.Order());
        Assert.Equal(origin == "https://one.example" ? origin : null, allowed);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        RunningHost host, string method, string address, string? origin, string? encoding, string? known = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        (string, string?)[] headers =
        [
            ("Origin", origin), ("Accept-Encoding", encoding), ("If-None-Match", known),
            ("Access-Control-Request-Method", method == "OPTIONS" && origin is not null ? "GET" : null),
        ];
        foreach (var (name, value) in headers.Where(header => header.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await host.Client.SendAsync(request);
    }
}
