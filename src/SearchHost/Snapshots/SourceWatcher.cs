using System.Threading.Channels;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>
/// Tells that something below a source changed, not what: whoever listens looks for himself. So nothing is lost where the system tells of a
/// change twice, in part, or too late. Its folder may come and go.
/// </summary>
internal sealed partial class SourceWatcher : IDisposable
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ILogger _logger;
    private readonly string _source;
    private readonly string _index;
    private FileSystemWatcher? _watcher;
    private bool _isReported;

    /// <summary>Watches from now on, where the system lets us.</summary>
    /// <param name="source">A folder, or a file.</param>
    /// <param name="index">The folder of the index: what happens there is our own doing, should it be below the source.</param>
    /// <param name="logger">Is told where it does not.</param>
    public SourceWatcher(string source, string index, ILogger logger)
    {
        _source = source;
        _index = Path.TrimEndingDirectorySeparator(index) + Path.DirectorySeparatorChar;
        _logger = logger;
        Start();
    }

    /// <summary>Whether the system tells of changes. Where it does not, somebody has to look now and then.</summary>
    public bool IsWatching => _watcher is not null;

    /// <summary>Waits for a change; true when there was one within the time.</summary>
    public async Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        both.CancelAfter(patience);
        try
        {
            return await _changes.Reader.ReadAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Watches again where watching had ended; or in any case, since of a folder that another took the place of the system tells nothing.</summary>
    public void Restart(bool always)
    {
        if (always)
        {
            _watcher?.Dispose();
            _watcher = null;
        }

        if (!IsWatching)
        {
            Start();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher?.Dispose();

    private void Start()
    {
        var isFile = File.Exists(_source);
        var folder = isFile ? Path.GetDirectoryName(_source)! : _source;
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = !isFile,
                InternalBufferSize = 64 * 1024,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Changed += (_, change) => Tell(change);
            watcher.Created += (_, change) => Tell(change);
            watcher.Deleted += (_, change) => Tell(change);
            watcher.Renamed += (_, change) => Tell(change);
            watcher.Error += (_, error) => End(error.GetException());
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
            _isReported = false;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            watcher?.Dispose();
            Report(fault);
        }
    }

    /// <summary>Hidden files are no proposals: an editor's swap file is none of our business.</summary>
    private void Tell(FileSystemEventArgs change)
    {
        if (!Path.GetFileName(change.FullPath.AsSpan()).StartsWith('.') && !(change.FullPath + Path.DirectorySeparatorChar).StartsWith(_index, StringComparison.Ordinal))
        {
            _changes.Writer.TryWrite(true);
        }
    }

    /// <summary>Too much happened at once, or the folder is gone: what was told is incomplete, so look; and begin anew.</summary>
    private void End(Exception fault)
    {
        _watcher?.Dispose();
        _watcher = null;
        Report(fault);
        _changes.Writer.TryWrite(true);
    }

    private void Report(Exception fault)
    {
        if (!_isReported)
        {
            _isReported = true;
            LogBlind(_source, fault.Message);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning,
        Message = "The system does not tell of changes in {Source} just now, which is looked through every few seconds instead. {Cause}")]
    private partial void LogBlind(string source, string cause);
}
