using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Describing;

/// <summary>
/// Fills the OpenAPI document from the endpoints that say of themselves what they are: <see cref="Described"/>. The parameters that filter
/// are those of the facets of the index that answers now.
/// </summary>
internal sealed class ApiDocument(EndpointDataSource endpoints, SnapshotHolder holder, SearchHostOptions options)
    : IOpenApiDocumentTransformer
{
    /// <summary>The document's name, which is the version of the API.</summary>
    public const string Version = "v1";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = options.Title,
            Version = Version,
            Description = "Full-text search over an archive of proposals: ranked, faceted, every passage under its question. "
                + "Texts are UTF-8, times UTC, addresses in answers relative to this host. `HEAD` works wherever `GET` does.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "This host." }];
        document.Tags = ApiGroups.All.Select(static group => new OpenApiTag { Name = group.Name, Description = group.Meaning }).ToHashSet();
        document.Paths = [];
        if (holder.Current is { } snapshot)
        {
            AddOperations(document, new OperationBuilder(document, snapshot));
        }

        return Task.CompletedTask;
    }

    private void AddOperations(OpenApiDocument document, OperationBuilder builder)
    {
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
            foreach (var described in endpoint.Metadata.GetOrderedMetadata<Described>())
            {
                var path = described.Path ?? endpoint.RoutePattern.RawText!.Replace("**", "", StringComparison.Ordinal);
                var item = document.Paths.TryGetValue(path, out var known) ? (OpenApiPathItem)known : new OpenApiPathItem();
                item.AddOperation(HttpMethod.Parse(methods[0]), builder.Build(described));
                document.Paths[path] = item;
            }
        }
    }
}
