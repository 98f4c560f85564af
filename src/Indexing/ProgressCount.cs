namespace ProposalSearch.Indexing;

/// <summary>
/// Counts files read and files indexed, and reports now and then; also how many copies of the index are still to be made. Safe for use by
/// several threads at once.
/// </summary>
internal sealed class ProgressCount(IProgress<IndexingProgress>? progress, int files) : IProgress<int>
{
    private const int Reports = 200;

    private readonly int _step = Math.Max(1, 2 * files / Reports);
    private int _half;

    /// <summary>A file was read, or a file was indexed: each file passes twice.</summary>
    public void Pass(int count = 1)
    {
        var half = Interlocked.Add(ref _half, count);
        if (progress is not null && (half / _step != (half - count) / _step || half >= 2 * files))
        {
            progress.Report(new IndexingProgress(Math.Min(half / 2, files), files));
        }
    }

    /// <summary>All files are done, and so many copies are waited for.</summary>
    public void Report(int value) => progress?.Report(new IndexingProgress(files, files) { CopiesLeft = value });
}
