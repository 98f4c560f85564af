using ProposalSearch.CommandLines;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Indexing;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Builds the index of a folder of proposals.</summary>
internal sealed class BuildCommand(SearchBackend backend, Screen screen, TimeProvider time)
{
    /// <summary>Builds, reports, and tells the exit code.</summary>
    public async Task<int> RunAsync(IndexingOptions options, bool isVerbose, CancellationToken stop)
    {
        CheckSource(options.Source);
        var report = screen.IsInteractive
            ? await ProgressBar.ShowAsync(IndexAsync).ConfigureAwait(false)
            : await IndexAsync(new PlainProgress(screen.Out)).ConfigureAwait(false);
        ReportWriter.Write(screen, report, options.Index, report.IndexBytes, isVerbose);
        return report.Failed.Count > 0 ? ExitCode.SomeFilesFailed : ExitCode.Done;

        Task<IndexingReport> IndexAsync(IProgress<IndexingProgress> progress)
            => IndexingPipeline.RunAsync(options, backend, time, progress, stop);
    }

    private static void CheckSource(string source)
    {
        if (source == DefaultFolders.Source && !Directory.Exists(source))
        {
            string samples = DefaultFolders.CheckoutOf(AppContext.BaseDirectory) is { } checkout
                ? $". The samples are --source {Path.Combine(checkout, source)}" : "";
            throw new SourceUnavailableException(
                $"There is no folder \"{source}\" in {Directory.GetCurrentDirectory()}. "
                + $"Name your proposals: --source FOLDER{samples}.");
        }
    }
}
