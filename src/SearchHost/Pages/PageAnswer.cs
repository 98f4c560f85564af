using System.Text;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Sends pages.</summary>
public static class PageAnswer
{
    /// <summary>Sends a page with the status that the answer has so far.</summary>
    public static async Task WriteAsync(HttpContext context, Html page)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        var body = Encoding.UTF8.GetBytes(page.ToString());
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
