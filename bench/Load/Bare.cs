using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ProposalSearch.Load;

/// <summary>
/// The same server and framework as the host's, with one address that answers with so many bytes that were made beforehand, and nothing
/// else: what an answer costs without making it.
/// </summary>
internal static class Bare
{
    /// <summary>Answers <c>/?bytes=N</c> until it is stopped.</summary>
    public static async Task<int> RunAsync(Uri address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address.ToString());
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        await using var application = builder.Build();
        var content = new byte[1_000_000];
        content.AsSpan().Fill((byte)'x');
        application.MapGet("/", (HttpContext context) =>
        {
            var bytes = int.Parse(context.Request.Query["bytes"]!, CultureInfo.InvariantCulture);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = bytes;
            return context.Response.Body.WriteAsync(content.AsMemory(0, bytes)).AsTask();
        });
        await application.RunAsync();
        return 0;
    }
}
