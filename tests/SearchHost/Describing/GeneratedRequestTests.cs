using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ProposalSearch.SearchHost.Tests.Dumps;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.SearchHost.Tests.Describing;

/// <summary>
/// The OpenAPI document says what the host does: whatever is asked, as described or not, has a described status, and an answer of the
/// described shape. <c>PROPOSALSEARCH_REQUESTS=20000</c> asks so often.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class GeneratedRequestTests(HostFixture fixture, ITestOutputHelper output)
{
    private static readonly int Requests =
        int.TryParse(Environment.GetEnvironmentVariable("PROPOSALSEARCH_REQUESTS"), CultureInfo.InvariantCulture, out var many)
            ? many : 3_000;

    [Fact]
    public async Task Send_GeneratedRequests_AreAnsweredAsDescribed()
    {
        var document = await DocumentAsync();
        document["paths"]!["/dump/{file}"]!["get"]!["parameters"]![0]!["example"] = await DumpedFileAsync();
        var operations = Operations(document).ToList();
        var (wrong, statuses) = (new List<string>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var seed = 0; seed < Requests && wrong.Count < 20; seed++)
        {
            var (path, method, operation) = operations[seed % operations.Count];
            var request = GeneratedRequest.Of(operation, method, path, seed);
            var (status, faults) = await SendAsync(document, operation, request);
            var of = $"{(string?)operation["operationId"]} {status}";
            statuses[of] = statuses.GetValueOrDefault(of) + 1;
            wrong.AddRange(faults.Take(3).Select(fault => $"seed {seed}: {request}: {status}: {fault}"));
        }

        output.WriteLine(string.Join('\n', statuses.Select(pair => $"{pair.Value,6} {pair.Key}")));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.All(operations, operation => Assert.Contains($"{(string?)operation.Operation["operationId"]} 200", statuses.Keys));
        Assert.True(statuses.Keys.Count(key => key.EndsWith(" 400", StringComparison.Ordinal)) >= 8, "hardly any request was refused");
    }

    [Fact]
    public async Task Document_Examples_AreAsTheirSchemasSay()
    {
        var document = await DocumentAsync();
        var (check, seen) = (new SchemaCheck(document), 0);
        foreach (var content in Operations(document).SelectMany(one => Contents(one.Operation)).Where(one => one["example"] is not null))
        {
            Assert.Empty(check.Faults(content["example"], content["schema"]!));
            seen++;
        }

        Assert.True(seen > 20, $"only {seen} examples");
    }

    private async Task<string> DumpedFileAsync()
    {
        var manifest = await DumpTests.ManifestAsync(fixture.Host, SampleArchive.Proposals.Count);
        return manifest.GetProperty("files")[0].GetProperty("name").GetString()!;
    }

    private async Task<JsonNode> DocumentAsync()
        => JsonNode.Parse(await fixture.Host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations(JsonNode document)
        => document["paths"]!.AsObject().SelectMany(path
            => path.Value!.AsObject().Select(operation => (path.Key, operation.Key.ToUpperInvariant(), operation.Value!)));

    private static IEnumerable<JsonNode> Contents(JsonNode operation)
        => operation["responses"]!.AsObject().Select(response => response.Value!["content"]).Append(operation["requestBody"]?["content"])
            .OfType<JsonObject>().SelectMany(content => content.Select(media => media.Value!));

    private async Task<(int Status, IReadOnlyList<string> Faults)> SendAsync(
        JsonNode document, JsonNode operation, GeneratedRequest request)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(request.Address, UriKind.Relative));
        message.Content = request.Body is null ? null : new StringContent(request.Body, Encoding.UTF8, "application/json");
        if (request.KnowsAnswer)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", "*");
        }

        using var response = await fixture.Host.Client.SendAsync(message);
        var status = (int)response.StatusCode;
        var described = operation["responses"]?[status.ToString(CultureInfo.InvariantCulture)];
        var body = await response.Content.ReadAsStringAsync();
        return status >= 500 ? (status, ["a fault of the server: " + body])
            : described is null ? (status, ["a status that is not described: " + body])
            : (status, [.. Faults(new SchemaCheck(document), described, response, body)]);
    }

    private static IEnumerable<string> Faults(SchemaCheck check, JsonNode described, HttpResponseMessage response, string body)
    {
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return body.Length == 0 ? [] : ["304 with a body"];
        }

        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        return described["content"]?[type]?["schema"] is not { } schema ? [$"a type that is not described: {type}"]
            : type.EndsWith("ndjson", StringComparison.Ordinal)
                ? body.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line => check.Faults(JsonNode.Parse(line), schema))
            : type.EndsWith("json", StringComparison.Ordinal) ? check.Faults(JsonNode.Parse(body), schema)
            : check.Faults(JsonValue.Create(body), schema);
    }
}
