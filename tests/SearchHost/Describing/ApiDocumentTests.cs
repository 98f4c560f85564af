using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ProposalSearch.SearchHost.Describing;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Describing;

[Collection(HostCollection.Name)]
public sealed class ApiDocumentTests(HostFixture fixture)
{
    /// <summary>Codes of what this host does not have, or of no address.</summary>
    private static readonly string[] ElsewhereOnly = ["not_found", "method_not_allowed", "unauthorized", "refresh_failed"];

    [Fact]
    public async Task Document_EveryAddressOfTheApi_IsDescribed()
    {
        string[] beginnings = ["/v1", "/health", "/dump"];
        var paths = (await DocumentAsync())["paths"]!.AsObject().Select(path => path.Key).ToList();
        var routes = fixture.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.Replace("**", "", StringComparison.Ordinal))
            .Where(route => beginnings.Any(beginning => route.StartsWith(beginning, StringComparison.Ordinal)));

        Assert.Equal(routes.Append("/v1/proposals/{id}/similar").Distinct().Order(), paths.Order());
    }

    [Fact]
    public async Task Document_EveryParameterOfASearch_IsDescribed()
    {
        var parameters = (await DocumentAsync())["paths"]!["/v1/search"]!["get"]!["parameters"]!.AsArray();
        var names = parameters.Select(parameter => (string)parameter!["name"]!).ToList();

        Assert.Superset(ParameterNames.Search.ToHashSet(), names.ToHashSet());
        Assert.Contains("year", names);
        Assert.Contains("exclude.category", names);
        Assert.Contains("filter.sort", names);
        Assert.All(parameters, parameter => Assert.False(string.IsNullOrWhiteSpace((string?)parameter!["description"])));
    }

    [Fact]
    public async Task Document_EveryObjectAndField_HasAMeaning()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();
        var names = schemas.SelectMany(schema => schema.Value!["properties"]!.AsObject().Select(field => $"{schema.Key}.{field.Key}"))
            .Concat(schemas.Select(schema => schema.Key)).ToList();

        Assert.All(names, name => Assert.False(FieldMeanings.Of(name) is null, $"{name} has no meaning"));
        var used = names.Concat(names.Select(name => name[Math.Max(0, name.IndexOf('.', StringComparison.Ordinal))..])).ToHashSet();
        var here = FieldMeanings.Names.Where(name => !name.StartsWith("Refresh", StringComparison.Ordinal)
            && !name.StartsWith("QueryCount", StringComparison.Ordinal));
        Assert.All(here, name => Assert.Contains(name, used));
    }

    [Fact]
    public async Task Document_EveryCode_IsInTheDocumentsAndOfSomeAddress()
    {
        var rows = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "http-api.md")))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        var described = (await DocumentAsync()).ToJsonString();

        foreach (var kind in ProblemKind.All.Where(kind => kind.Code != "invalid_request"))
        {
            Assert.Contains(rows, row => row.StartsWith($"| {kind.Status} |", StringComparison.Ordinal) && row.Contains($"`{kind.Code}`"));
            Assert.True(ElsewhereOnly.Contains(kind.Code) || described.Contains($"\"{kind.Code}\"", StringComparison.Ordinal), kind.Code);
        }
    }

    [Fact]
    public async Task Document_OfAHostWithAKey_DescribesWhatTheKeyIsFor()
    {
        await using var host = await RunningHost.StartAsync(settings: ("ProposalSearch:AdminKey", "a-key-of-sixteen-letters"));
        var document = JsonNode.Parse(await host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var refresh = document["paths"]!["/v1/index/refresh"]!["post"]!;

        Assert.Equal("AdminKey", refresh["security"]![0]!.AsObject().Single().Key);
        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["AdminKey"]!["scheme"]);
        Assert.NotNull(refresh["responses"]!["401"]);
        Assert.DoesNotContain("sixteen", document.ToJsonString());
    }

    [Fact]
    public async Task Get_Again_IsNotModified()
    {
        using var first = await fixture.Host.GetAsync("/openapi/v1.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/openapi/v1.json", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await fixture.Host.Client.SendAsync(request);

        Assert.Equal("application/json", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, again.StatusCode);
    }

    private async Task<JsonNode> DocumentAsync()
        => JsonNode.Parse(await fixture.Host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
}
