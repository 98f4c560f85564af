using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProposalSearch.SearchHost.Pictures;

namespace ProposalSearch.SearchHost.Tests.Pictures;

/// <summary>Somebody's server with pictures, and with what only looks like some.</summary>
internal sealed class PictureSite : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _asked;

    private PictureSite(WebApplication application) => _application = application;

    public static byte[] Png { get; } = [0x89, .. "PNG\r\n"u8, 0x1a, .. "\nand dots"u8];

    public string Address => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Where <c>/away</c> leads.</summary>
    public string Elsewhere { get; set; } = "";

    public int Asked => Volatile.Read(ref _asked);

    public static async Task<PictureSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = new PictureSite(builder.Build());
        site._application.Run(site.AnswerAsync);
        await site._application.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        context.Response.ContentType = "image/png";
        switch (context.Request.Path.Value)
        {
            case "/good":
                context.Response.ContentType = "application/octet-stream";
                await context.Response.Body.WriteAsync(Png);
                break;
            case "/large":
                await context.Response.Body.WriteAsync(Png);
                await context.Response.Body.WriteAsync(new byte[PictureFetcher.MostBytes]);
                break;
            case "/drawing":
                await context.Response.WriteAsync("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
                break;
            case "/moved":
                context.Response.Redirect("/good");
                break;
            case "/round":
                context.Response.Redirect("/round");
                break;
            case "/away":
                context.Response.Redirect(Elsewhere);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
