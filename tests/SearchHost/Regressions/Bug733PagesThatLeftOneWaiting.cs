using System.Net;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.SearchHost.Tests.Snapshots;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// Whoever came while the host was starting had to try again by hand, whoever came too often was told of a minute where it was a second,
/// and whoever met a fault was told of the server's log, in English.
/// </summary>
public sealed class Bug733PagesThatLeftOneWaiting
{
    [Fact]
    public async Task Page_HostThatIsStarting_OpensByItself()
    {
        using var index = new TemporaryFolder();
        var backend = BlockingCalls.EmbeddedBackend();
        var run = new SampleRun(backend, index.Path) { Waits = true };
        await using var host = await RunningHost.StartAsync(run, backend, ("ProposalSearch:StartupWaitSeconds", "0"));
        var page = await host.PageAsync("/");
        run.Let();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Equal("2", page.QuerySelector("[role=status]")!.GetAttribute("data-again"));
        Assert.NotNull(page.QuerySelector("script[src*='again.js']"));
        Assert.Contains("http-equiv=\"refresh\"", page.QuerySelector("head noscript")!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "It goes on in a second.")]
    [InlineData("es", "En un segundo se puede seguir.")]
    public async Task Page_ClientOverItsRate_SaysForHowLongAndOpensByItself(string language, string said)
    {
        await using var host = await RunningHost.StartAsync(settings:
        [
            ("ProposalSearch:TrustedProxies:0", "127.0.0.1"), ("ProposalSearch:ClientRequestsPerSecond", "1"),
            ("ProposalSearch:ClientRequestBurst", "1"),
        ]);
        using var refused = await UntilRefusedAsync(host, $"/{language}/?q=poverty");
        var page = await RunningHost.DocumentAsync(refused);

        Assert.Contains(said, SearchPageTests.Text(page.QuerySelector(".message p")!), StringComparison.Ordinal);
        Assert.Equal("1", page.QuerySelector("[role=status]")!.GetAttribute("data-again"));
        Assert.Null(page.QuerySelector("head noscript"));
    }

    [Fact]
    public async Task Page_FaultOfOurs_SaysSoInItsLanguageAndHasAWayOn()
    {
        await using var host = await RunningHost.StartAsync(backend: new SearchBackend(new FailingStore()));
        var page = await host.PageAsync("/es/?q=x");

        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Equal("Algo falló de nuestro lado", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/es/?q=x", page.QuerySelector(".message a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("[data-again]"));
        Assert.Equal("en", page.QuerySelector("details.how div")!.GetAttribute("lang"));
    }

    private static async Task<HttpResponseMessage> UntilRefusedAsync(RunningHost host, string address)
    {
        for (var turn = 0; turn < 200; turn++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            request.Headers.Accept.ParseAdd("text/html");
            var answer = await host.Client.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException("200 requests at a rate of one a second were all answered.");
    }
}
