using ProposalSearch.Indexing;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>Opens the index of the configured folders, and builds it first when there is none, it is unreadable, or it is stale.</summary>
/// <param name="folders">Where source and index are.</param>
/// <param name="backend">The engine.</param>
/// <param name="indexing">Makes the index; <see langword="null"/> where somebody else does, and what is published is served.</param>
/// <param name="logger">Is told what happens.</param>
/// <param name="last">Is told what came of each file.</param>
internal sealed partial class IndexPreparation(
    Folders folders, SearchBackend backend, IIndexingRun? indexing, ILogger<IndexPreparation> logger, LastIndexing? last = null)
{
    private const int FaultsLogged = 100;

    private HashSet<SourceFault> _told = [];

    /// <summary>
    /// The opened index. Every byte of it was compared with its checksum: a damaged one is never opened, but built anew.
    /// </summary>
    /// <param name="cancellation">Ends it without publishing.</param>
    /// <param name="stale">
    /// Is told why a new index could not be built where one is there that is stale, but whole: that one is opened then. <see
    /// langword="null"/> where a stale one is not wanted.
    /// </param>
    /// <exception cref="StartFailedException">There is nothing to index, or the index cannot be written.</exception>
    public async Task<ProposalIndex> OpenAsync(CancellationToken cancellation, Action<Exception>? stale = null)
    {
        try
        {
            var index = await OpenWholeAsync(cancellation).ConfigureAwait(false) is { } found
                ? await UpdateAsync(found, stale, cancellation).ConfigureAwait(false)
                : await BuildAsync(cancellation).ConfigureAwait(false);
            await WarmUpAsync(index).ConfigureAwait(false);
            return index;
        }
        catch (SourceUnavailableException fault)
        {
            throw new StartFailedException(fault.Message, fault);
        }
        catch (IndexUnavailableException fault)
        {
            throw new StartFailedException(fault.Message, fault);
        }
    }

    /// <summary>
    /// Brings the index up to date with its sources, and builds it anew where a file of it is damaged; the newly opened index, or <see
    /// langword="null"/> where the one that answers is up to date and its files are as they were. What was there before stays as it is
    /// when this fails.
    /// </summary>
    /// <param name="current">The index that answers now.</param>
    /// <param name="cancellation">Ends it without publishing.</param>
    /// <exception cref="SourceUnavailableException">There is nothing to index any more, or the schema cannot be read.</exception>
    /// <exception cref="IndexUnavailableException">The index cannot be written.</exception>
    public async Task<ProposalIndex?> RefreshAsync(ProposalIndex current, CancellationToken cancellation)
    {
        var report = indexing is null ? null : await indexing.RunAsync(cancellation).ConfigureAwait(false);
        if (report?.IsUnchanged != false && current.FindChange() is null)
        {
            return null;
        }

        // Of an index that was changed, all that is the same is shared with the one that answers now.
        var index = await current.ReopenAsync(cancellation).ConfigureAwait(false)
            ?? await backend.OpenToServeAsync(folders.Index, folders.HoldIndexIn, cancellation).ConfigureAwait(false);
        if (index.Identity == current.Identity && current.FindChange() is null)
        {
            index.Dispose();
            return null;
        }

        if (report?.IsUnchanged == false)
        {
            Say(report);
        }

        await WarmUpAsync(index).ConfigureAwait(false);
        return index;
    }

    // The first search compiles code and reads files, which takes a hundred times as long as the next: nobody should wait for that.
    private async Task WarmUpAsync(ProposalIndex index)
    {
        SearchRequest[] requests = [new(), new() { Text = "a \"warm welcome\"", Match = MatchMode.Any }, new() { Text = "proposal" }];
        try
        {
            foreach (var request in requests)
            {
                _ = await index.SearchAsync(request).ConfigureAwait(false);
            }
        }
        catch (Exception fault)
        {
            LogColdStart(fault);
        }
    }

    private async Task<ProposalIndex?> OpenWholeAsync(CancellationToken cancellation)
    {
        try
        {
            return await backend.OpenToServeAsync(folders.Index, folders.HoldIndexIn, cancellation).ConfigureAwait(false);
        }
        catch (IndexUnavailableException fault) when (indexing is null)
        {
            throw new StartFailedException($"{fault.Message} This host makes none itself (--serve-only).", fault);
        }
        catch (IndexUnavailableException fault) when (fault.Reason is IndexUnavailableReason.Absent)
        {
            LogAbsent(folders.Index);
        }
        catch (IndexUnavailableException fault) when (fault.Reason is IndexUnavailableReason.OtherVersion or IndexUnavailableReason.Damaged)
        {
            LogUnreadable(fault.Message);
        }

        return null;
    }

    /// <summary>
    /// The index that was found where it is up to date, or else a new one; and where none can be built, the one that was found after all.
    /// </summary>
    private async Task<ProposalIndex> UpdateAsync(ProposalIndex found, Action<Exception>? stale, CancellationToken cancellation)
    {
        try
        {
            if (indexing is null || string.Equals(found.Metadata.Fingerprint, indexing.Fingerprint(), StringComparison.Ordinal))
            {
                return found;
            }

            LogStale(folders.Source);
            var built = await BuildAsync(cancellation).ConfigureAwait(false);
            found.Dispose();
            return built;
        }
        catch (Exception fault) when (stale is not null && fault is not OperationCanceledException)
        {
            stale(fault);
            return found;
        }
        catch
        {
            found.Dispose();
            throw;
        }
    }

    private async Task<ProposalIndex> BuildAsync(CancellationToken cancellation)
    {
        Say(await indexing!.RunAsync(cancellation).ConfigureAwait(false));
        return await backend.OpenToServeAsync(folders.Index, folders.HoldIndexIn, cancellation).ConfigureAwait(false);
    }

    private void Say(IndexingReport report)
    {
        if (last is not null)
        {
            last.Report = report;
        }

        // A file that could not be read before either is not told again each time that another one changes.
        var news = report.Failed.Where(fault => !_told.Contains(fault)).ToList();
        _told = [.. report.Failed];
        foreach (var fault in news.Take(FaultsLogged))
        {
            LogFailed(fault.Path, fault.Line ?? 0, fault.Cause, fault.Remedy);
        }

        if (news.Count > FaultsLogged)
        {
            LogMoreFailed(news.Count - FaultsLogged);
        }

        var seconds = report.Elapsed.TotalSeconds;
        if (report.Changes is { } changes)
        {
            LogChanged(changes.Replaced, changes.Added, changes.Removed, changes.BytesWritten, seconds, changes.AreListsStale
                ? " Lists of all proposals follow." : "");
        }
        else
        {
            LogBuilt(report.Indexed, folders.Source, seconds, report.Read, report.Known, report.Unpublished, report.Failed.Count);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "There is no index at {Index} yet: building it.")]
    private partial void LogAbsent(string index);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information,
        Message = "The index is stale: {Source}, the schema or the program has changed. Building it anew.")]
    private partial void LogStale(string source);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The index cannot be used and is built anew. {Cause}")]
    private partial void LogUnreadable(string cause);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "Not indexed: {Path}, line {Line}: {Cause} {Remedy}")]
    private partial void LogFailed(string path, int line, string cause, string remedy);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "{Count} more files were not indexed; the indexer lists them all.")]
    private partial void LogMoreFailed(int count);

    [LoggerMessage(EventId = 6, Level = LogLevel.Information,
        Message = "Indexed {Indexed} proposals of {Source} in {Seconds:0.0} s. Files read: {Read}, unchanged: {Known}. "
            + "Left out: {Unpublished} unpublished, {Failed} unreadable.")]
    private partial void LogBuilt(int indexed, string source, double seconds, int read, int known, int unpublished, int failed);

    [LoggerMessage(EventId = 15, Level = LogLevel.Information,
        Message = "Changed the index: {Replaced} proposals replaced, {Added} added, {Removed} removed, "
            + "{Bytes} bytes written in {Seconds:0.00} s.{Lists}")]
    private partial void LogChanged(int replaced, int added, int removed, long bytes, double seconds, string lists);

    [LoggerMessage(EventId = 8, Level = LogLevel.Warning, Message = "A first search, made to warm up, failed.")]
    private partial void LogColdStart(Exception fault);
}
