using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Composition;

/// <summary>Whatever is asked, and whatever becomes of it, the answer carries the headers that browsers need.</summary>
public sealed class SecurityHeadersTests
{
    private static readonly (string Method, string Address)[] Asked =
    [
        ("GET", "/"), ("GET", "/proposals/2015/lift-la"), ("GET", "/proposals/none"), ("GET", "/docs/"), ("GET", "/docs"),
        ("GET", "/docs/scalar.js"), ("GET", "/openapi/v1.json"), ("GET", "/v1/search"), ("HEAD", "/v1/search"), ("POST", "/v1/search"),
        ("DELETE", "/v1/search"), ("OPTIONS", "/v1/search"), ("GET", "/v1/search?page=0"), ("GET", "/v1/search.csv"),
        ("GET", "/v1/search.atom"), ("GET", "/v1/index"), ("GET", "/health/live"), ("GET", "/metrics"), ("GET", "/assets/site.css"),
        ("GET", "/assets/none"), ("GET", "/nothing"), ("POST", "/v1/index/refresh"), ("GET", "/opensearch.xml"),
        ("GET", "/es/"), ("GET", "/identity/logo"), ("GET", "/identity/colours.css"),
    ];

    [Fact]
    public async Task Send_Anything_IsAnsweredWithTheHeaders()
    {
        await using var host = await RunningHost.StartAsync(settings:
        [
            ("ProposalSearch:Metrics", "loopback"), ("ProposalSearch:AdminKey", "a-key-of-sixteen-letters"),
            ("ProposalSearch:AllowedOrigins:0", "https://one.example"),
        ]);
        foreach (var (method, address) in Asked)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
            request.Headers.Add("Origin", "https://one.example");
            using var answer = await host.Client.SendAsync(request);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : $"{method} {address}: none";

            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Contains("default-src 'none'", Header("Content-Security-Policy"));
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"));
            Assert.Contains("base-uri 'none'", Header("Content-Security-Policy"));
            Assert.Equal("strict-origin-when-cross-origin", Header("Referrer-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            Assert.Contains("camera=()", Header("Permissions-Policy"));
            Assert.False(answer.Headers.Contains("Server"));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        }
    }

    [Fact]
    public async Task Get_Reference_RunsOnlyScriptsOfItsOwnAnswer()
    {
        await using var host = await RunningHost.StartAsync();
        using var one = await host.GetAsync("/docs/");
        using var other = await host.GetAsync("/docs/");
        var (first, second) = (Policy(one), Policy(other));

        Assert.NotEqual(first, second);
        Assert.Contains("script-src 'self' 'nonce-", first);
        Assert.DoesNotContain("unsafe-inline", first.Split("script-src")[1].Split(';')[0]);
        Assert.Contains(first.Split("'nonce-")[1].Split('\'')[0], await one.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Documents_NameThePolicyThatPagesCarry()
    {
        await using var host = await RunningHost.StartAsync();
        using var page = await host.GetAsync("/");
        var documented = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "operations.md")))
            .Single(line => line.StartsWith("Content-Security-Policy: ", StringComparison.Ordinal));

        Assert.Equal(documented, "Content-Security-Policy: " + Policy(page));
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();
}
