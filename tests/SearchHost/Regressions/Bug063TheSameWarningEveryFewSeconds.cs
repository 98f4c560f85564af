using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Snapshots;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>Where the system could not watch the source, the log said so again at each try, every five seconds, without end.</summary>
public sealed class Bug063TheSameWarningEveryFewSeconds
{
    [Fact]
    public void Restart_WhatFailsAgainForTheSameReason_IsToldOnceUntilItHasWorked()
    {
        var source = Directory.CreateTempSubdirectory("watcher-").FullName;
        var (log, isWell) = (new RecordingLogger<IndexPreparation>(), false);
        using (var watcher = new SourceWatcher(source, Path.Combine(source, "index"), log, Watch))
        {
            for (var tries = 0; tries < 5; tries++)
            {
                watcher.Restart(always: true);
            }

            Assert.Single(log.Lines);
            isWell = true;
            watcher.Restart(always: true);
            watcher.Restart(always: true);
            isWell = false;
            watcher.Restart(always: true);
            Assert.Equal(2, log.Lines.Count);
        }

        Directory.Delete(source, recursive: true);

        FileSystemWatcher Watch(string folder)
            => isWell ? new FileSystemWatcher(folder) : OfAFolderThatIsGone(Path.Combine(folder, "gone"));
    }

    /// <summary>A watcher that fails when it is to begin, as it does where no more watches are left.</summary>
    private static FileSystemWatcher OfAFolderThatIsGone(string gone)
    {
        Directory.CreateDirectory(gone);
        var watcher = new FileSystemWatcher(gone);
        Directory.Delete(gone);
        return watcher;
    }
}
