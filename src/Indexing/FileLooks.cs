using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>How the files of a source look before any is read.</summary>
/// <param name="Files">The files, in their order.</param>
/// <param name="Stamps">What can be seen of each without opening it.</param>
/// <param name="Hashes">The hash of each, empty where it cannot be opened; no hashes at all where nobody needs them yet.</param>
/// <param name="LookedAt">When the first was looked at.</param>
/// <param name="Clock">Tells the time, and waits.</param>
internal sealed record FileLooks(
    IReadOnlyList<SourceFile> Files, FileStamp?[] Stamps, string[] Hashes, DateTimeOffset LookedAt, TimeProvider Clock)
{
    /// <summary>What was known of earlier looks.</summary>
    public FileTimes Times { get; init; } = FileTimes.None;

    /// <summary>Looks at length and time of change alone; again at what may be empty for a moment only.</summary>
    /// <param name="files">The files.</param>
    /// <param name="known">The paths of files that had content when they were last indexed.</param>
    /// <param name="time">Tells the time, and waits.</param>
    /// <param name="cancellation">Ends it.</param>
    public static FileLooks At(
        IReadOnlyList<SourceFile> files, IReadOnlySet<string> known, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var stamps = new FileStamp?[files.Count];
        Parallel.For(0, files.Count, SourcePass.Options(cancellation), at => stamps[at] = FileStamp.Of(files[at]));
        var empty = Enumerable.Range(0, files.Count)
            .Where(at => EmptyFiles.MayBeRewritten(stamps[at], now, known.Contains(files[at].RelativePath)))
            .ToList();
        EmptyFiles.Await([.. empty.Select(at => files[at])], time, cancellation);
        empty.ForEach(at => stamps[at] = FileStamp.Of(files[at]));
        return new FileLooks(files, stamps, [], now, time);
    }

    /// <summary>The same with hashes: as they were when the file looked so, or else of its bytes.</summary>
    /// <param name="times">What is known of earlier looks.</param>
    /// <param name="limit">The longest file that is read, in bytes.</param>
    /// <param name="cancellation">Ends it.</param>
    public FileLooks WithHashes(FileTimes times, long limit, CancellationToken cancellation)
    {
        var hashes = new string[Files.Count];
        Parallel.For(0, Files.Count, SourcePass.Options(cancellation), at =>
        {
            var isOfOthers = AboutFolders.MayMark(Files[at]) || NamedYears.MayHave(Files[at]);
            var known = isOfOthers ? null : times.HashOf(Files[at].RelativePath, Stamps[at]);
            hashes[at] = known ?? SourceReader.Hash(Files[at], limit);
        });
        return this with { Hashes = hashes, Times = times };
    }

    public IEnumerable<(string Path, string Hash)> Hashed() => Hashes.Select((hash, at) => (Files[at].RelativePath, hash));
}
