using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pictures;

/// <summary>
/// <c>/pictures/{id}</c>: the picture of a proposal. Nobody says which address is asked but the proposal: an id leads to no other.
/// </summary>
internal static class PictureEndpoint
{
    /// <summary>Before the id.</summary>
    public const string Path = "/pictures/";

    private const string Kept = "public, max-age=86400";
    private const string MissingKept = "public, max-age=600";

    // One dot that is not to be seen. Browsers show it although the answer is 404, and without it their sign of a broken picture.
    private static readonly byte[] Nothing = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    /// <summary>Answers with the picture, or with 404 where it cannot be had.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var ids = AskedProposal.Readings(ProposalEndpoint.Id(context));
        var found = await snapshot.Index.FindAsync(ids, context.RequestAborted).ConfigureAwait(false);
        var stated = found.FirstOrDefault(static one => one is not null)?.Image;
        var address = context.RequestServices.GetRequiredService<PictureOrigins>().Of(stated);
        var picture = address is null ? null : await context.RequestServices.GetRequiredService<PictureCache>()
            .GetAsync(address, context.RequestAborted).ConfigureAwait(false);
        if (picture is null)
        {
            await SayMissingAsync(context).ConfigureAwait(false);
            return;
        }

        context.Response.Headers.CacheControl = Kept;
        context.Response.ContentType = picture.MediaType;
        context.Response.ContentLength = picture.Content.Length;
        await context.Response.Body.WriteAsync(picture.Content, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The address of a proposal's picture.</summary>
    public static string Address(string root, string id) => root + Path + ProposalAddress.Path(id);

    /// <summary>Shows nothing. It is no fault of the request: a picture elsewhere is gone, or too large, or slow.</summary>
    private static Task SayMissingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.Headers.CacheControl = MissingKept;
        context.Response.ContentType = "image/gif";
        context.Response.ContentLength = Nothing.Length;
        return context.Response.Body.WriteAsync(Nothing, context.RequestAborted).AsTask();
    }
}
