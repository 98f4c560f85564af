using System.Buffers;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Problems;

namespace ProposalSearch.SearchHost.Api;

/// <summary>Reads the body of a request.</summary>
internal static class RequestBody
{
    /// <summary>Bytes of a body at most.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>The body; <see langword="null"/> where there is none to be had, which the client was told.</summary>
    public static async Task<ReadOnlySequence<byte>?> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (IOException fault) when (fault.InnerException is OverflowException)
        {
            // A chunk states a size that no number holds: the server reports a broken connection, but it is the request that is at fault.
            var said = "The size of a chunk of the body is no number that a body can have: send the body with a Content-Length.";
            await ProblemAnswer.WriteAsync(context, Problem.Of(new RequestFault("unreadable_body", "body", said))).ConfigureAwait(false);
            return null;
        }

        // Query string and body together may be as long as either of them alone.
        if (body.Length + (context.Request.QueryString.Value?.Length ?? 0) > MostBytes)
        {
            await ProblemAnswer.WriteAsync(context, ProblemAnswer.OfStatus(StatusCodes.Status413PayloadTooLarge)).ConfigureAwait(false);
            return null;
        }

        return new ReadOnlySequence<byte>(body.GetBuffer(), 0, (int)body.Length);
    }
}
