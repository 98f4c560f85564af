namespace ProposalSearch.SearchHost.Pictures;

/// <summary>
/// Pictures that were loaded, in memory: so many bytes at most, those that were asked for longest ago make room. That one cannot be had is
/// kept too, for a while, so that its host is not asked for each visitor. Who asks for one that is being loaded waits for it with others;
/// few are loaded at the same time, and where many wait already there is none for now. Thread-safe.
/// </summary>
/// <param name="fetch">Loads one.</param>
/// <param name="time">Tells the time.</param>
/// <param name="mostBytes">Bytes that may be kept.</param>
internal sealed class PictureCache(Func<Uri, CancellationToken, Task<Picture?>> fetch, TimeProvider time, long mostBytes) : IDisposable
{
    /// <summary>Bytes that are kept where nobody says otherwise.</summary>
    public const long UsualBytes = 64_000_000;

    // What an entry takes beside its picture, more or less.
    private const int Entry = 500;
    private const int MostAtOnce = 4;
    private const int MostWaitedFor = 32;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan MissingFor = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly LinkedList<Kept> _byUse = new();
    private readonly Dictionary<Uri, LinkedListNode<Kept>> _kept = [];
    private readonly Dictionary<Uri, Task<Picture?>> _loading = [];
    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private long _bytes;

    /// <summary>Bytes that are kept.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    /// <summary>The picture at an address; <see langword="null"/> where it cannot be had.</summary>
    /// <param name="address">An address that may be asked.</param>
    /// <param name="cancellation">Ends the waiting, not the loading.</param>
    public Task<Picture?> GetAsync(Uri address, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (Find(address) is { } kept)
            {
                return Task.FromResult(kept.Picture);
            }

            if (!_loading.TryGetValue(address, out var loading))
            {
                if (_loading.Count >= MostWaitedFor)
                {
                    return Task.FromResult<Picture?>(null);
                }

                _loading[address] = loading = Task.Run(() => LoadAsync(address), CancellationToken.None);
            }

            return loading.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task<Picture?> LoadAsync(Uri address)
    {
        Picture? picture = null;
        await _places.WaitAsync().ConfigureAwait(false);
        try
        {
            picture = await fetch(address, CancellationToken.None).ConfigureAwait(false);
            return picture;
        }
        finally
        {
            _places.Release();
            lock (_lock)
            {
                _loading.Remove(address);
                Keep(new Kept(address, picture, time.GetUtcNow() + (picture is null ? MissingFor : KeptFor)));
            }
        }
    }

    private Kept? Find(Uri address)
    {
        if (!_kept.TryGetValue(address, out var node))
        {
            return null;
        }

        _byUse.Remove(node);
        if (node.Value.Until <= time.GetUtcNow())
        {
            Forget(node);
            return null;
        }

        _byUse.AddFirst(node);
        return node.Value;
    }

    private void Keep(Kept kept)
    {
        _bytes += kept.Size;
        _kept[kept.Address] = _byUse.AddFirst(kept);
        while (_bytes > mostBytes && _byUse.Last is { } last)
        {
            _byUse.RemoveLast();
            Forget(last);
        }
    }

    private void Forget(LinkedListNode<Kept> node)
    {
        _kept.Remove(node.Value.Address);
        _bytes -= node.Value.Size;
    }

    private sealed record Kept(Uri Address, Picture? Picture, DateTimeOffset Until)
    {
        public int Size => Entry + (2 * Address.OriginalString.Length) + (Picture?.Content.Length ?? 0);
    }
}
