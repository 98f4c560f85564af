using ProposalSearch.Proposals.Indexing;
using Spectre.Console;

namespace ProposalSearch.Indexer.Terminal;

/// <summary>Shows how far a run is while somebody watches. Only loaded on a terminal: it costs a start what it is worth there.</summary>
internal static class ProgressBar
{
    /// <summary>Runs work under a bar.</summary>
    public static T Show<T>(Func<IProgress<IndexingProgress>, T> work)
    {
        T? result = default;
        AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("Reading proposals");
                result = work(new Bar(task));
            });
        return result!;
    }

    private sealed class Bar(ProgressTask task) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value)
        {
            task.MaxValue = Math.Max(1, value.Of);
            task.Value = value.Done;
        }
    }
}
