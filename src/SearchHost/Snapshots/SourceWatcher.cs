using System.Threading.Channels;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.SearchHost.Logging;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>
/// Tells that something below a source changed, but not what: whoever listens has to look. So nothing is lost where the system tells of a
/// change twice, in part, or too late. The folder may be removed and come back.
/// </summary>
internal sealed partial class SourceWatcher : IDisposable
{
    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ILogger _logger;
    private readonly string _source;
    private readonly string _index;
    private readonly Func<string, FileSystemWatcher> _watch;
    private volatile FileSystemWatcher? _watcher;
    private volatile string? _reported;

    /// <summary>Watches from now on, where the system lets us.</summary>
    /// <param name="source">A folder, or a file.</param>
    /// <param name="index">The folder of the index: what happens there is our own doing, should it be below the source.</param>
    /// <param name="logger">Is told where the system does not let us watch.</param>
    /// <param name="watch">Watches a folder; the system does where it is <see langword="null"/>.</param>
    public SourceWatcher(string source, string index, ILogger logger, Func<string, FileSystemWatcher>? watch = null)
    {
        _source = source;
        _index = Path.TrimEndingDirectorySeparator(RealPath.Of(index) ?? index);
        _logger = logger;
        _watch = watch ?? (static folder => new FileSystemWatcher(folder));
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

    /// <summary>
    /// Watches again where watching had ended; or in any case, since the system does not tell when another folder takes the place of the
    /// watched one.
    /// </summary>
    public void Restart(bool always)
    {
        if (IsWatching)
        {
            // It has watched since the last time, so that a later failure is news.
            _reported = null;
        }

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
        var folder = isFile ? Path.GetDirectoryName(Path.GetFullPath(_source))! : _source;
        FileSystemWatcher? watcher = null;
        try
        {
            var paths = new ProposalPaths(folder, _index);
            watcher = _watch(folder);
            watcher.IncludeSubdirectories = !isFile;
            watcher.InternalBufferSize = 64 * 1024;
            watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
            watcher.Changed += (_, change) => Tell(paths.Include(change.FullPath));
            watcher.Created += (_, change) => Tell(paths.Include(change.FullPath));
            watcher.Deleted += (_, change) => Tell(paths.Include(change.FullPath));
            watcher.Renamed += (_, change) => Tell(paths.Include(change.FullPath) || paths.Include(change.OldFullPath));
            watcher.Error += (ended, error) => End(ended as FileSystemWatcher, error.GetException());
            _watcher = watcher;
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception fault)
            when (fault is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            _watcher = null;
            watcher?.Dispose();
            Report(fault);
        }
    }

    private void Tell(bool mayBeProposal)
    {
        if (mayBeProposal)
        {
            _changes.Writer.TryWrite(true);
        }
    }

    /// <summary>
    /// Too much happened at once, or the folder is gone: the system may not have told of all changes, so that somebody has to look.
    /// </summary>
    private void End(FileSystemWatcher? watcher, Exception fault)
    {
        watcher?.Dispose();
        if (ReferenceEquals(watcher, _watcher))
        {
            _watcher = null;
            Report(fault);
        }

        _changes.Writer.TryWrite(true);
    }

    /// <summary>
    /// The paths of a watched folder that may be proposals. Hidden files are none, nor what is in hidden folders, such as an editor's swap
    /// file and a repository's own files; nor the files of the index, whatever links lead to it: the host writes those itself.
    /// </summary>
    private sealed class ProposalPaths(string folder, string index)
    {
        private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        private readonly string _real = RealPath.Of(folder) ?? folder;

        public bool Include(string path)
        {
            var full = Path.GetFullPath(path);
            var relative = full.Length > _folder.Length ? full[_folder.Length..].TrimStart(Path.DirectorySeparatorChar) : "";
            return !relative.Split(Path.DirectorySeparatorChar).Any(static part => part.StartsWith('.'))
                && !RealPath.IsWithin(Path.Combine(_real, relative), index);
        }
    }

    private void Report(Exception fault)
    {
        if (!SameMessage.Is(_reported, fault.Message))
        {
            _reported = fault.Message;
            LogUnwatched(_source, fault.Message);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning,
        Message = "The system does not tell of changes in {Source} just now, which is looked through every few seconds instead. {Cause}")]
    private partial void LogUnwatched(string source, string cause);
}
