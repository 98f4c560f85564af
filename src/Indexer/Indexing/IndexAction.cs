using ProposalSearch.Indexer.CommandLine;
using ProposalSearch.Proposals.Indexing;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Indexer.Indexing;

/// <summary>Builds an index and reports. An interrupt leaves the old index in place.</summary>
internal sealed class IndexAction(ISearchBackend backend, Terminal terminal, TimeProvider time)
{
    /// <summary>Does it, and returns the exit code.</summary>
    public int Run(IndexingOptions options, bool isDefaultSource, bool isVerbose)
    {
        if (isDefaultSource && !Directory.Exists(options.Source))
        {
            throw new SourceUnavailableException(NoSamplesHere());
        }

        using var interruption = new Interruption();
        try
        {
            var report = Execute(options, interruption.Token);
            new ReportText(terminal, isVerbose).Write(options, report, SizeOf(options.Index));
            return report.Failed.Count > 0 ? ExitCode.SomeFailed : ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine($"Interrupted. The index in '{options.Index}', if there was one, is as it was.");
            return ExitCode.NothingDone;
        }
    }

    private IndexingReport Execute(IndexingOptions options, CancellationToken cancellation)
        => terminal.IsInteractive
            ? ProgressBar.Run(progress => IndexingPipeline.Run(options, backend, time, progress, cancellation))
            : IndexingPipeline.Run(options, backend, time, new ProgressLines(terminal.Out, time), cancellation);

    private static string NoSamplesHere()
        => $"There is no folder '{Defaults.Source}' here. Name the folder of your proposals with --source DIR"
            + (Defaults.SamplesOfCheckout() is { } samples ? $"; the samples are --source {samples}" : "")
            + ".";

    private static long SizeOf(string folder) => new DirectoryInfo(folder) is { Exists: true } found
        ? found.EnumerateFiles("*", SearchOption.AllDirectories).Where(static file => file.Name != "README.md").Sum(static file => file.Length)
        : 0;
}
