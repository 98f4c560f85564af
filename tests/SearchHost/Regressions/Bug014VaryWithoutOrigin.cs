using System.Net;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// Answers named one origin, and did not say that they depend on it: compression wrote over it, one allowed origin left it out, and 304
/// left out <c>Accept-Encoding</c>. A cache in between gave one site's answer to another, whose browser refused it.
/// </summary>
public sealed class Bug014VaryWithoutOrigin
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Get_Anything_SaysWhatItDependsOn(int origins)
    {
        var settings = Enumerable.Range(0, origins)
            .Select(at => ($"ProposalSearch:AllowedOrigins:{at}", (string?)$"https://site{at}.example"));
        await using var host = await RunningHost.StartAsync(settings: [.. settings]);
        string[] addresses =
        [
            "/v1/search?q=poverty", "/", "/v1/search.csv", "/v1/index", "/v1/search?page=0", "/nothing", "/assets/site.css",
        ];
        string[] pages = ["/"];
        (string?, string?)[] clients =
        [
            (null, null), ("https://site0.example", null), ("https://site0.example", "br"), (null, "gzip"), ("https://other.example", "br"),
        ];
        foreach (var address in addresses)
        {
            // A page speaks the language that the browser asks for.
            string[] expected = pages.Contains(address) ? ["Accept-Encoding", "Accept-Language", "Origin"] : ["Accept-Encoding", "Origin"];
            foreach (var (origin, encoding) in clients)
            {
                using var first = await AskAsync(host, address, origin, encoding, null);
                using var again = await AskAsync(host, address, origin, encoding, first.Headers.ETag?.ToString());

                Assert.Equal(expected, first.Headers.Vary.Order());
                Assert.Equal(expected, again.Headers.Vary.Order());
                Assert.Equal(first.Headers.ETag is null ? first.StatusCode : HttpStatusCode.NotModified, again.StatusCode);
            }
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(
        RunningHost host, string address, string? origin, string? encoding, string? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        (string, string?)[] headers = [("Origin", origin), ("Accept-Encoding", encoding), ("If-None-Match", known)];
        foreach (var (name, value) in headers.Where(header => header.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await host.Client.SendAsync(request);
    }
}
