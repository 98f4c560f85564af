using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>What a writer is doing.</summary>
internal enum WriterPhase
{
    /// <summary>Nothing that files tell of: it starts, or has just ended a commit.</summary>
    Between,

    /// <summary>Documents are added, and become segments of chunks.</summary>
    Building,

    /// <summary>The segments of chunks become one.</summary>
    Merging,

    /// <summary>What is complete is made durable and published, and what it replaces is removed.</summary>
    Publishing,
}

/// <summary>Aims at a phase of a writer, and tells which one was hit: both by the files that come and go in its folder.</summary>
internal static class KilledWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Waits until a file is created that shows that the phase has begun, but not for ever: a kill at another time is one too.
    /// </summary>
    public static async Task BeginsAsync(WriterPhase phase, string folder)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(folder, FirstFile(phase)) { NotifyFilter = NotifyFilters.FileName };
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await Task.WhenAny(begun.Task, Task.Delay(Patience));
    }

    /// <summary>What a writer was doing when it was killed.</summary>
    /// <param name="folder">Its folder, as it left it.</param>
    /// <param name="published">Whether the commit that it began last is what the folder holds.</param>
    public static WriterPhase Phase(TemporaryFolder folder, bool published)
    {
        var left = folder.FileNames().Except(FolderContent.Expected(folder.Path)).ToArray();
        var (chunks, segments) = (left.Any(name => name[0] == 't'), left.Where(name => name[0] == 's').ToArray());
        return published || left.Contains(Manifest.NextFileName) ? WriterPhase.Publishing
            : segments.Length > 0 ? chunks || !segments.All(name => IsComplete(folder.File(name))) ? WriterPhase.Merging
                : WriterPhase.Publishing
            : chunks ? WriterPhase.Building : WriterPhase.Between;
    }

    private static string FirstFile(WriterPhase phase) => phase switch
    {
        WriterPhase.Building => "t*.documents",
        WriterPhase.Merging => "s*.documents",
        _ => Manifest.NextFileName,
    };

    private static bool IsComplete(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes.Length >= FileFrame.HeaderBytes + FileFrame.FooterBytes
            && BitConverter.ToInt64(
                bytes, bytes.Length - FileFrame.FooterBytes) == bytes.Length - FileFrame.HeaderBytes - FileFrame.FooterBytes;
    }
}
