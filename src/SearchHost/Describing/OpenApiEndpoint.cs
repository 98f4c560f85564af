using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Describing;

/// <summary><c>/openapi/v1.json</c>: the API in OpenAPI 3.1, made once for each index and base path. Thread-safe.</summary>
internal sealed class OpenApiEndpoint([FromKeyedServices(ApiDocument.Version)] IOpenApiDocumentProvider provider)
{
    /// <summary>Its address.</summary>
    public const string Path = "/openapi/v1.json";

    private volatile Written? _written;

    /// <summary>Adds what is needed to make the document.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ApiDocument>();
        services.AddSingleton<OpenApiEndpoint>();
        services.AddOpenApi(ApiDocument.Version, static openApi =>
        {
            openApi.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            openApi.AddDocumentTransformer<ApiDocument>();
        });
    }

    /// <summary>Answers with the document.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (Validator.IsFresh(context, snapshot.Identity))
        {
            return;
        }

        var document = await context.RequestServices.GetRequiredService<OpenApiEndpoint>()
            .DocumentAsync(snapshot.Identity.Build, context.Request.PathBase, context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = document.Length;
        await context.Response.Body.WriteAsync(document, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<byte[]> DocumentAsync(string build, string root, CancellationToken cancellation)
    {
        if (_written is { } written && written.Build == build && written.Root == root)
        {
            return written.Document;
        }

        var document = await provider.GetOpenApiDocumentAsync(cancellation).ConfigureAwait(false);
        document.Servers![0].Url = root.Length > 0 ? root : "/";
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation).ConfigureAwait(false);
        written = new Written(build, root, Encoding.UTF8.GetBytes(text));
        _written = written;
        return written.Document;
    }

    private sealed record Written(string Build, string Root, byte[] Document);
}
