using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProposalSearch.SearchHost.Tests.Describing;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Dumps;

/// <summary>The full dump over HTTP, of a folder of proposals that changes.</summary>
public sealed class DumpTests : IDisposable
{
    private const string Key = "a-key-of-sixteen-letters";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _source = new();
    private readonly TemporaryFolder _dumps = new();

    public DumpTests() => Write("one", "A garden for everybody");

    public void Dispose()
    {
        _source.Dispose();
        _dumps.Dispose();
    }

    [Fact]
    public async Task Get_Manifest_NamesAFileThatIsThere()
    {
        await using var host = await StartAsync();
        var manifest = await ManifestAsync(host, proposals: 1);
        var index = await JsonAsync(host, "/v1/index");
        var file = manifest.GetProperty("files")[0];
        using var answer = await host.GetAsync("/dump/" + file.GetProperty("name").GetString());
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(index.GetProperty("build").GetString(), manifest.GetProperty("build").GetString());
        Assert.Equal("application/gzip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(file.GetProperty("bytes").GetInt64(), answer.Content.Headers.ContentLength);
        Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Get_RangesAndTags_AreAnswered()
    {
        await using var host = await StartAsync();
        var name = "/dump/" + (await ManifestAsync(host, proposals: 1)).GetProperty("files")[0].GetProperty("name").GetString();
        using var whole = await host.GetAsync(name);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        using var part = await SendAsync(host, name, request => request.Headers.Range = new RangeHeaderValue(10, 19));
        using var beyond = await SendAsync(host, name, request => request.Headers.Range = new RangeHeaderValue(bytes.Length, null));
        using var known = await SendAsync(host, name, request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        using var head = await SendAsync(host, name, request => request.Method = HttpMethod.Head);

        Assert.False(whole.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[10..20], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(bytes.Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_AfterAChange_IsTheNewEditionAndTheFileBeforeIsStillThere()
    {
        await using var host = await StartAsync();
        var before = await ManifestAsync(host, proposals: 1);
        using var tagged = await host.GetAsync("/dump/manifest.json");
        Write("two", "A workshop for carpenters");
        using var refresh = new HttpRequestMessage(HttpMethod.Post, "/v1/index/refresh");
        refresh.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var refreshed = await host.Client.SendAsync(refresh);
        var after = await ManifestAsync(host, proposals: 2);
        using var old = await host.GetAsync("/dump/" + before.GetProperty("files")[0].GetProperty("name").GetString());
        using var asked = await SendAsync(host, "/dump/manifest.json", request => request.Headers.IfNoneMatch.Add(tagged.Headers.ETag!));

        Assert.NotEqual(before.GetProperty("build").GetString(), after.GetProperty("build").GetString());
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
    }

    [Fact]
    public async Task Get_Unchanged_IsKnownByItsTag()
    {
        await using var host = await StartAsync();
        await ManifestAsync(host, proposals: 1);
        using var first = await host.GetAsync("/dump/manifest.json");
        using var again = await SendAsync(host, "/dump/manifest.json", request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/dump/writer.lock")]
    [InlineData("/dump/..%2Fwriter.lock")]
    [InlineData("/dump/proposals-0123-0123456789ab.ndjson.gz")]
    [InlineData("/dump/")]
    public async Task Get_WhatIsNoFileOfTheDump_IsNothing(string address)
    {
        await using var host = await StartAsync();
        await ManifestAsync(host, proposals: 1);
        using var answer = await host.GetRawAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_WithoutTheSetting_IsNothing()
    {
        await using var host = await RunningHost.StartOnAsync(_source.Path);
        using var answer = await host.GetAsync("/dump/manifest.json");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("/dump/", await host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
    }

    [Fact]
    public async Task Get_WhereNoneCanBeWritten_SaysSoAndSearchesGoOn()
    {
        using var other = new FileStream(_dumps.File("writer.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        await using var host = await StartAsync();
        using var found = await host.GetAsync("/v1/search?q=garden");
        using var answer = await host.GetAsync("/dump/manifest.json");

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("dump_not_ready", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task OpenApi_OfAHostWithADump_DescribesIt()
    {
        await using var host = await StartAsync();
        var manifest = await ManifestAsync(host, proposals: 1);
        var document = JsonNode.Parse(await host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var schema = document["paths"]!["/dump/manifest.json"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

        Assert.Empty(new SchemaCheck(document).Faults(JsonNode.Parse(manifest.GetRawText()), schema));
        var responses = document["paths"]!["/dump/{file}"]!["get"]!["responses"]!.AsObject().Select(pair => pair.Key);
        Assert.Superset(new HashSet<string> { "200", "206", "304", "404", "416" }, responses.ToHashSet());
        Assert.Contains("dump_not_ready", document["paths"]!["/dump/manifest.json"]!.ToJsonString());
    }

    private Task<RunningHost> StartAsync()
        => RunningHost.StartOnAsync(_source.Path, ("ProposalSearch:Dump", _dumps.Path), ("ProposalSearch:AdminKey", Key));

    private void Write(string name, string title)
        => File.WriteAllText(_source.File(name + ".md"), $"---\ntitle: {title}\nyear: 2020\n---\n");

    /// <summary>The manifest, once it tells of so many proposals.</summary>
    internal static async Task<JsonElement> ManifestAsync(RunningHost host, int proposals)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            using var answer = await host.GetAsync("/dump/manifest.json");
            var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            if (answer.StatusCode == HttpStatusCode.OK && manifest.GetProperty("proposals").GetInt32() == proposals)
            {
                return manifest;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "no dump was written: " + manifest);
            await Task.Delay(20);
        }
    }

    private static async Task<JsonElement> JsonAsync(RunningHost host, string address)
        => JsonDocument.Parse(await host.Client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    private static async Task<HttpResponseMessage> SendAsync(RunningHost host, string address, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        change(request);
        return await host.Client.SendAsync(request);
    }
}
