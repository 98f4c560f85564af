using ProposalSearch.CommandLines;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Indexing;
using ProposalSearch.Indexing.Dumping;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Builds the index of a folder of proposals.</summary>
internal sealed class BuildCommand(SearchBackend backend, Screen screen, TimeProvider time)
{
    /// <summary>Builds, writes the full dump where one is asked for, reports, and tells the exit code.</summary>
    /// <param name="options">What to build.</param>
    /// <param name="dump">The folder of the dump, or <see langword="null"/> for none.</param>
    /// <param name="isVerbose">Whether all warnings are listed.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<int> RunAsync(IndexingOptions options, string? dump, bool isVerbose, CancellationToken stop)
    {
        CheckSource(options.Source);
        var report = screen.IsInteractive
            ? await ProgressBar.ShowAsync(IndexAsync).ConfigureAwait(false)
            : await IndexAsync(new PlainProgress(screen.Out)).ConfigureAwait(false);
        ReportWriter.Write(screen, report, options.Index, report.IndexBytes, isVerbose);
        var isDumped = dump is null || await DumpAsync(options.Index, dump, stop).ConfigureAwait(false);
        return report.Failed.Count > 0 || !isDumped ? ExitCode.SomeFilesFailed : ExitCode.Done;

        Task<IndexingReport> IndexAsync(IProgress<IndexingProgress> progress)
            => IndexingPipeline.RunAsync(options, backend, time, progress, stop);
    }

    private async Task<bool> DumpAsync(string location, string folder, CancellationToken stop)
    {
        using var index = await backend.OpenAsync(location, stop).ConfigureAwait(false);
        try
        {
            var dump = await new DumpFolder(folder).WriteAsync(index, known: null, stop).ConfigureAwait(false);
            var (file, megabytes) = (Path.Combine(folder, dump.Files[0].Name), dump.Files[0].Bytes / 1e6);
            screen.Out.WriteLine(FormattableString.Invariant($"Dump        {dump.Proposals:N0} proposals, {megabytes:F1} MB, in {file}"));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine(
                $"The index was published, but no dump could be written to {folder}: {fault.Message} "
                + "Let only one program write there, free space, or name another folder with --dump.");
            return false;
        }
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
