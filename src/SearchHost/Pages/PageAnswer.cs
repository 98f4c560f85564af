using System.Text;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Sends pages.</summary>
public static class PageAnswer
{
    private const int CharactersAtOnce = 16 * 1024;

    /// <summary>Sends a page with the status that the answer has so far.</summary>
    public static async Task WriteAsync(HttpContext context, Html page)
    {
        ArgumentNullException.ThrowIfNull(context);
        var encoder = Encoding.UTF8.GetEncoder();
        context.Response.ContentType = "text/html; charset=utf-8";
        var (markup, target) = (page.ToString(), context.Response.BodyWriter);
        for (var at = 0; at < markup.Length; at += CharactersAtOnce)
        {
            // The encoder keeps the first half of a character that is cut in two here.
            var part = markup.AsSpan(at, Math.Min(CharactersAtOnce, markup.Length - at));
            encoder.Convert(part, target, flush: at + CharactersAtOnce >= markup.Length, out _, out _);
            await target.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }
}
