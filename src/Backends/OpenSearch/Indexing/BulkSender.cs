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

    /// <summary>With pauses that double up to five seconds, a minute.</summary>
    private const int MostTries = 16;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _leastPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _mostPause = TimeSpan.FromSeconds(5);

    private readonly List<Task> _sent = [];
    private readonly CancellationTokenSource _end = new();
    private List<byte[]> _waiting = [];
    private long _bytes;

    /// <summary>Documents that were sent again since the cluster had no room for them.</summary>
    public long SentAgain { get; private set; }

    /// <summary>Adds a document, and waits where much is on its way already.</summary>
    /// <param name="lines">Two lines: what is to be done, and the document.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="IndexUnavailableException">Something sent before could not be written.</exception>
    public async ValueTask AddAsync(byte[] lines, CancellationToken cancellation)
    {
        if (_waiting.Count > 0 && _bytes + lines.Length > RequestBytes)
        {
            await BeginAsync(cancellation).ConfigureAwait(false);
        }

        _waiting.Add(lines);
        _bytes += lines.Length;
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

    private async Task SendAsync(List<byte[]> documents)
    {
        var pause = _leastPause;
        for (int tries = 1; documents.Count > 0; tries++)
        {
            var answer = await cluster.SendAsync("POST", $"/{index}/_bulk", Join(documents), _patience, _end.Token).ConfigureAwait(false);
            if (answer.Status == 413 && documents.Count > 1)
            {
                await SendAsync(documents[..(documents.Count / 2)]).ConfigureAwait(false);
                documents = documents[(documents.Count / 2)..];
                continue;
            }

            documents = Refused(answer, documents);
            if (documents.Count > 0 && tries == MostTries)
            {
                throw ClusterErrors.Of(answer);
            }

            if (documents.Count > 0)
            {
                SentAgain += documents.Count;
                await Task.Delay(pause, clock, _end.Token).ConfigureAwait(false);
                pause = pause * 2 < _mostPause ? pause * 2 : _mostPause;
            }
        }
    }

    /// <summary>The documents that the cluster had no room for.</summary>
    private List<byte[]> Refused(ClusterAnswer answer, List<byte[]> documents)
    {
        if (!answer.IsDone)
        {
            return SearchAnswers.MayPass(answer) && !ClusterErrors.TypesOf(answer).Contains("cluster_block_exception")
                ? documents : throw ClusterErrors.Of(answer);
        }

        var body = SearchAnswers.Parse(answer.Body);
        if (!body.GetProperty("errors").GetBoolean())
        {
            return [];
        }

        var refused = new List<byte[]>();
        foreach (var (at, item) in body.GetProperty("items").EnumerateArray().Index())
        {
            var done = item.GetProperty("index");
            int status = done.GetProperty("status").GetInt32();
            if (status is < 200 or >= 300)
            {
                refused.Add(IsForNow(status, done) ? documents[at] : throw CannotBe(done));
            }
        }

        return refused;
    }

    private static bool IsForNow(int status, JsonElement done) => status is 429 or 503
        && !ClusterErrors.TypesOf(done.GetProperty("error")).Contains("cluster_block_exception");

    private IndexUnavailableException CannotBe(JsonElement done)
    {
        var error = done.GetProperty("error");
        return ClusterErrors.TypesOf(error).Contains("cluster_block_exception")
            ? ClusterErrors.Blocked(error)
            : new(
                IndexUnavailableReason.Inaccessible,
                string.Create(CultureInfo.InvariantCulture, $"The cluster did not take a document into {index}: {error}"));
    }

    private static ReadOnlyMemory<byte> Join(List<byte[]> documents)
    {
        byte[] all = new byte[documents.Sum(document => document.Length)];
        int at = 0;
        foreach (byte[] document in documents)
        {
            document.CopyTo(all, at);
            at += document.Length;
        }

        return all;
    }
}
