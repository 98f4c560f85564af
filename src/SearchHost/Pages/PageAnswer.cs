using System.Buffers;
using System.Text;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Sends pages.</summary>
internal static class PageAnswer
{
    private const int MostCharactersAtOnce = 256 * 1024;
    private const int BytesAtOnce = 16 * 1024;

    /// <summary>Sends a page with the status that the answer has so far.</summary>
    public static async Task WriteAsync(HttpContext context, Html page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        if (page.Pieces.Sum(static piece => (long)piece.Length) <= MostCharactersAtOnce)
        {
            await WholeAnswer.SendAsync(context, page, Write).ConfigureAwait(false);
            return;
        }

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

    private static void Write(IBufferWriter<byte> target, Html page)
    {
        foreach (var piece in page.Pieces)
        {
            Encoding.UTF8.GetBytes(piece, target);
        }
    }
}
