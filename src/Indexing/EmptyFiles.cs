using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>
/// Files that are empty for a moment: a program that rewrites a file in place cuts it to nothing first, and then writes. Such a file is
/// looked at again until it has content, for a second at most, all such files of a run together; only then it counts as empty.
/// </summary>
internal static class EmptyFiles
{
    private const int MostLooks = 50;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Recently = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether an empty file may be one that is being rewritten: it changed just now, or had content when it was last indexed.
    /// </summary>
    /// <param name="stamp">How it looks.</param>
    /// <param name="now">When it was looked at.</param>
    /// <param name="hadContent">Whether the index has proposals of it.</param>
    public static bool MayBeRewritten(FileStamp? stamp, DateTimeOffset now, bool hadContent)
        => stamp is { Length: 0 } empty && (hadContent || (now - new DateTimeOffset(empty.Ticks, TimeSpan.Zero)).Duration() < Recently);

    /// <summary>Returns when each of the files has content that grows no more, or is gone, or a second has passed.</summary>
    public static void Await(IReadOnlyCollection<SourceFile> files, TimeProvider time, CancellationToken cancellation)
    {
        var before = files.Select(FileStamp.Of).ToList();
        for (var look = 0; look < MostLooks && files.Count > 0; look++)
        {
            Task.Delay(BetweenLooks, time, cancellation).GetAwaiter().GetResult();
            var now = files.Select(FileStamp.Of).ToList();
            if (now.SequenceEqual(before) && now.TrueForAll(static stamp => stamp is not { Length: 0 }))
            {
                return;
            }

            before = now;
        }
    }
}
