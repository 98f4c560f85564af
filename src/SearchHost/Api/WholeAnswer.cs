using System.Buffers;
using System.Collections.Concurrent;

namespace ProposalSearch.SearchHost.Api;

/// <summary>
/// Sends answers that are made as a whole before any of it is sent, so that their length can be told: no chunks, and nothing of it is
/// copied more than once. For answers of no more than some hundred kilobytes.
/// </summary>
internal static class WholeAnswer
{
    private const int BytesAtFirst = 64 * 1024;
    private const int MostBytesKept = 512 * 1024;
    private const int MostKept = 16;

    // What answers were made in, for the next ones.
    private static readonly ConcurrentQueue<ArrayBufferWriter<byte>> Made = [];

    /// <summary>Sends what is written.</summary>
    /// <param name="context">The request; the type of its answer is set.</param>
    /// <param name="content">What to write.</param>
    /// <param name="write">Writes it.</param>
    public static async Task SendAsync<T>(HttpContext context, T content, Action<IBufferWriter<byte>, T> write)
    {
        var whole = Made.TryDequeue(out var made) ? made : new ArrayBufferWriter<byte>(BytesAtFirst);
        write(whole, content);
        context.Response.ContentLength = whole.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(whole.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
        if (whole.Capacity <= MostBytesKept && Made.Count < MostKept)
        {
            whole.ResetWrittenCount();
            Made.Enqueue(whole);
        }
    }
}
