using System.Net;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

/// <summary>Bringing the index up to date on request, on a folder of proposals that changes.</summary>
public sealed class RefreshTests : IDisposable
{
    private const string Key = "a-key-of-sixteen-letters";
    private readonly string _source = Directory.CreateTempSubdirectory("refresh-").FullName;

    public RefreshTests() => Write("one", "A garden for everybody");

    public void Dispose()
    {
        if (Directory.Exists(_source))
        {
            Directory.Delete(_source, recursive: true);
        }
    }

    [Fact]
    public async Task Post_AfterAChange_AnswersOnceItIsSearchable()
    {
        await using var host = await RunningHost.StartOnAsync(_source, ("ProposalSearch:AdminKey", Key));
        using var unchanged = await RefreshAsync(host, "Bearer " + Key);
        Write("two", "A workshop for carpenters");
        using var changed = await RefreshAsync(host, "bearer " + Key);
        using var found = await host.GetAsync("/v1/search?q=carpenters");

        Assert.False((await JsonAsync(unchanged)).GetProperty("changed").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.True((await JsonAsync(changed)).GetProperty("changed").GetBoolean());
        Assert.Equal(2, (await JsonAsync(changed)).GetProperty("index").GetProperty("documents").GetInt32());
        Assert.Equal(1, (await JsonAsync(found)).GetProperty("total").GetInt32());
        Assert.True(changed.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Post_WithTheSourceGone_SaysWhyAndGoesOnAnswering()
    {
        await using var host = await RunningHost.StartOnAsync(_source, ("ProposalSearch:AdminKey", Key));
        using var ready = await host.GetAsync("/v1/search");
        Directory.Delete(_source, recursive: true);
        using var failed = await RefreshAsync(host, "Bearer " + Key);
        using var found = await host.GetAsync("/v1/search?q=garden");
        var problem = await JsonAsync(failed);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal("refresh_failed", problem.GetProperty("code").GetString());
        Assert.DoesNotContain(_source, problem.GetProperty("detail").GetString());
        Assert.Equal(1, (await JsonAsync(found)).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer a-key-of-sixteen-lettert")]
    [InlineData("Bearer a-key-of-sixteen-letter")]
    [InlineData("Bearer a-key-of-sixteen-letterss")]
    [InlineData("Basic a-key-of-sixteen-letters")]
    [InlineData("a-key-of-sixteen-letters")]
    public async Task Post_WithoutTheKey_IsRefused(string? authorization)
    {
        await using var host = await RunningHost.StartAsync(settings: ("ProposalSearch:AdminKey", Key));
        using var refused = await RefreshAsync(host, authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("unauthorized", (await JsonAsync(refused)).GetProperty("code").GetString());
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Send_WithoutAKeyInTheSettings_FindsNothing()
    {
        await using var host = await RunningHost.StartAsync();
        using var refresh = await RefreshAsync(host, "Bearer ");
        using var nothing = await host.GetAsync("/v1/index/refresh");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refresh.StatusCode, nothing.StatusCode));
    }

    private void Write(string name, string title) => File.WriteAllText(
        Path.Combine(_source, name + ".md"), $"---\ntitle: {title}\nyear: 2015\n---\nWhat will you do?\n");

    private static async Task<HttpResponseMessage> RefreshAsync(RunningHost host, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/index/refresh", UriKind.Relative));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await host.Client.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
        => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
