using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>A site of another origin that embeds the box, with a strict policy of its own.</summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _application;

    private OtherSite(WebApplication application) => _application = application;

    /// <summary>The address of the host whose box the pages embed.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its own address.</summary>
    public string Address => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts it on a free port.</summary>
    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = new OtherSite(builder.Build());
        site._application.Run(site.AnswerAsync);
        await site._application.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>The query of the address becomes attributes of the box; <c>dir</c> and <c>scheme</c> are the page's.</summary>
    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        { } path when path.StartsWith("/packages/", StringComparison.Ordinal) =>
            SendAsync(context, Path.Combine(ClientFactAttribute.Packages, path["/packages/".Length..]), "text/javascript"),
        { } path when path.StartsWith("/clients/", StringComparison.Ordinal) =>
            SendAsync(context, Path.Combine(ClientFactAttribute.Packages, "..", path["/clients/".Length..]), "text/html; charset=utf-8"),
        "/" => SendBoxAsync(context),
        _ => SendNothingAsync(context),
    };

    private static Task SendNothingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task SendAsync(HttpContext context, string file, string type)
    {
        context.Response.ContentType = type;
        await context.Response.WriteAsync((await File.ReadAllTextAsync(file)).Replace("new URL('HOST')", $"new URL('{Host}')"));
    }

    private Task SendBoxAsync(HttpContext context)
    {
        var attributes = string.Join(' ', context.Request.Query.Where(pair => pair.Key is not ("dir" or "scheme"))
            .Select(pair => $"{pair.Key}=\"{pair.Value}\""));
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src {Host}; connect-src {Host}; form-action {Host}; img-src data:; "
            + "style-src 'nonce-page'; require-trusted-types-for 'script'";
        return context.Response.WriteAsync($$"""
            <!doctype html><html lang="en" dir="{{context.Request.Query["dir"].FirstOrDefault() ?? "ltr"}}"><head><meta charset="utf-8">
            <meta name="color-scheme" content="{{context.Request.Query["scheme"].FirstOrDefault() ?? "light"}}">
            <link rel="icon" href="data:,"><title>Another site</title>
            <style nonce="page">html { background: Canvas; color: CanvasText; }</style>
            <script type="module" src="{{Host}}/box.js"></script></head>
            <body><main><h1>Our work</h1>
            <proposal-search {{attributes}}><form action="{{Host}}/" method="get" role="search">
            <label>Search proposals <input name="q"></label> <button>Search</button></form></proposal-search></main></body></html>
            """);
    }
}
