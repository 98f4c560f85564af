using System.Text;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Sends pages.</summary>
internal static class PageAnswer
{
    private const int BytesAtOnce = 16 * 1024;

    /// <summary>Sends a page with the status that the answer has so far.</summary>
    public static async Task WriteAsync(HttpContext context, Html page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var target = context.Response.BodyWriter;
        var unsent = 0;
        foreach (var piece in page.Pieces)
        {
            unsent += (int)Encoding.UTF8.GetBytes(piece, target);
            if (unsent >= BytesAtOnce)
            {
                await target.FlushAsync(context.RequestAborted).ConfigureAwait(false);
                unsent = 0;
            }
        }

        await target.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
