using System.Globalization;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexing;

/// <summary>
/// Sends documents in requests of some megabytes, two at a time: whoever adds more waits. What the cluster has no room for at the moment is
/// sent again after a pause, by itself. One call at a time.
/// </summary>
/// <param name="cluster">The cluster.</param>
/// <param name="index">The index.</param>
/// <param name="clock">Waits.</param>
internal sealed class BulkSender(ClusterClient cluster, string index, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Bytes of a request, where its documents are not larger.</summary>
    private const int RequestBytes = 4 << 20;

    private const int MostAtOnce = 2;

    private const string Block = "cluster_block_exception";

    /// <summary>
    /// With pauses that double up to five seconds, a minute; four where the server waits each time for a part that is on no node.
    /// </summary>
    private const int MostTries = 16;

    /// <summary>How long the server waits for a part that is on no node: it waits a minute where it is told nothing.</summary>
    private const string Wait = "timeout=10s";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _leastPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _mostPause = TimeSpan.FromSeconds(5);

    private readonly List<Task> _sent = [];
    private readonly CancellationTokenSource _end = new();
    private List<BulkItem> _waiting = [];
    private long _bytes;

    /// <summary>Documents that were sent again since the cluster had no room for them.</summary>
    public long SentAgain { get; private set; }

    /// <summary>Adds a document, and waits where much is on its way already.</summary>
    /// <param name="item">The document.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="IndexUnavailableException">Something sent before could not be written.</exception>
    public async ValueTask AddAsync(BulkItem item, CancellationToken cancellation)
    {
        if (_waiting.Count > 0 && _bytes + item.Lines.Length > RequestBytes)
        {
            await BeginAsync(cancellation).ConfigureAwait(false);
        }

        _waiting.Add(item);
        _bytes += item.Lines.Length;
    }

    /// <summary>Sends what is left, and waits until all is written.</summary>
    /// <exception cref="IndexUnavailableException">Something could not be written.</exception>
    public async ValueTask FlushAsync(CancellationToken cancellation)
    {
        if (_waiting.Count > 0)
        {
            await BeginAsync(cancellation).ConfigureAwait(false);
        }

        await Task.WhenAll(_sent).WaitAsync(cancellation).ConfigureAwait(false);
        _sent.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_sent).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async ValueTask BeginAsync(CancellationToken cancellation)
    {
        while (_sent.Count >= MostAtOnce)
        {
            var done = await Task.WhenAny(_sent).WaitAsync(cancellation).ConfigureAwait(false);
            await done.ConfigureAwait(false);
            _sent.Remove(done);
        }

        var documents = _waiting;
        (_waiting, _bytes) = ([], 0);
        _sent.Add(SendAsync(documents));
    }

    private async Task SendAsync(List<BulkItem> documents)
    {
        var pause = _leastPause;
        for (int tries = 1; documents.Count > 0; tries++)
        {
            var answer = await TrySendAsync(documents, isLast: tries == MostTries).ConfigureAwait(false);
            if (answer is { Status: 413 } && documents.Count > 1)
            {
                await SendAsync(documents[..(documents.Count / 2)]).ConfigureAwait(false);
                documents = documents[(documents.Count / 2)..];
                continue;
            }

            var (refused, error) = Refused(answer, documents);
            if (refused.Count > 0 && tries == MostTries)
            {
                throw NoRoom(refused, error);
            }

            if (refused.Count > 0)
            {
                SentAgain += refused.Count;
                await Task.Delay(pause, clock, _end.Token).ConfigureAwait(false);
                pause = pause * 2 < _mostPause ? pause * 2 : _mostPause;
            }

            documents = refused;
        }
    }

    /// <summary>The answer; <see langword="null"/> where no node gave one, which may be otherwise in a moment.</summary>
    private async Task<ClusterAnswer?> TrySendAsync(List<BulkItem> documents, bool isLast)
    {
        try
        {
            return await cluster.SendAsync("POST", $"/{index}/_bulk?{Wait}", Join(documents), _patience, _end.Token).ConfigureAwait(false);
        }
        catch (IndexUnavailableException fault) when (fault.Reason == IndexUnavailableReason.Unreachable && !isLast)
        {
            return null;
        }
    }

    /// <summary>The documents that the cluster had no room for, and what it said of the first.</summary>
    private (List<BulkItem> Documents, string Error) Refused(ClusterAnswer? sent, List<BulkItem> documents)
    {
        if (sent is not { } answer)
        {
            return (documents, "no node answered");
        }

        if (!answer.IsDone)
        {
            return SearchAnswers.MayPass(answer) && !ClusterErrors.TypesOf(answer).Contains(Block)
                ? (documents, ClusterErrors.Of(answer).Message) : throw ClusterErrors.Of(answer);
        }

        var body = SearchAnswers.Parse(answer.Body);
        var (refused, error) = (new List<BulkItem>(), "");
        if (!body.GetProperty("errors").GetBoolean())
        {
            return (refused, error);
        }

        foreach (var (at, item) in body.GetProperty("items").EnumerateArray().Index())
        {
            var done = item.EnumerateObject().First().Value;
            int status = done.GetProperty("status").GetInt32();
            if (status is < 200 or >= 300 && !(status == 404 && documents[at].IsRemoval))
            {
                refused.Add(IsForNow(status, done) ? documents[at] : throw CannotBe(documents[at], done));
                error = error.Length > 0 ? error : done.GetProperty("error").ToString();
            }
        }

        return (refused, error);
    }

    private static bool IsForNow(int status, JsonElement done) => status is 429 or 503
        && !ClusterErrors.TypesOf(done.GetProperty("error")).Contains(Block);

    private IndexUnavailableException CannotBe(BulkItem document, JsonElement done)
    {
        var error = done.GetProperty("error");
        return ClusterErrors.TypesOf(error).Contains(Block)
            ? ClusterErrors.Blocked(error)
            : new(
                IndexUnavailableReason.Inaccessible,
                $"The cluster did not take {document.Name} into {index}: {error} Nothing was published, and what was published before is "
                    + "searched as it was. Leave it out, or mend it, and index again.");
    }

    private IndexUnavailableException NoRoom(List<BulkItem> documents, string error) => new(
        IndexUnavailableReason.Unreachable,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The cluster did not take {documents.Count} documents into {index} in {MostTries} tries, the first of them ")
            + $"{documents[0].Name}: {error} Probably it has too much to do, or a node went. What was published before is searched as it "
            + "was: index again later.");

    private static ReadOnlyMemory<byte> Join(List<BulkItem> documents)
    {
        byte[] all = new byte[documents.Sum(document => document.Lines.Length)];
        int at = 0;
        foreach (var document in documents)
        {
            document.Lines.CopyTo(all, at);
            at += document.Lines.Length;
        }

        return all;
    }
}

/// <summary>What is sent to be written.</summary>
/// <param name="Name">What an error calls it: <c>the document "2014/a"</c>.</param>
/// <param name="Lines">Two lines: what is to be done, and the document; one where it is to be removed.</param>
/// <param name="IsRemoval">Whether something is to be removed, which may be gone already.</param>
internal readonly record struct BulkItem(string Name, byte[] Lines, bool IsRemoval = false);
