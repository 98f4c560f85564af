using ProposalSearch.Proposals.Indexing;
using Spectre.Console;

namespace ProposalSearch.Indexer.Indexing;

/// <summary>Progress where a person looks on. Nothing else uses Spectre.Console, so that it is loaded for a terminal only.</summary>
internal static class ProgressBar
{
    /// <summary>Runs something under a bar that goes away with it.</summary>
    public static IndexingReport Run(Func<IProgress<IndexingProgress>, IndexingReport> run)
        => AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => run(new Bar(context.AddTask("Reading proposals"))));

    private sealed class Bar(ProgressTask task) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value)
        {
            task.MaxValue = Math.Max(1, value.Of);
            task.Value = value.Done;
        }
    }
}
