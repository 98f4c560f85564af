using ProposalSearch.Indexing;
using Spectre.Console;

namespace ProposalSearch.Indexer.Terminal;

/// <summary>Shows how far a run is while somebody watches. Loaded on a terminal only, since loading it makes the start slower.</summary>
internal static class ProgressBar
{
    private const string Reading = "Reading proposals";

    /// <summary>Runs work under a bar.</summary>
    public static Task<T> ShowAsync<T>(Func<IProgress<IndexingProgress>, Task<T>> work) => AnsiConsole.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(context => work(new Bar(context.AddTask(Reading))));

    private sealed class Bar(ProgressTask task) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value)
        {
            task.MaxValue = Math.Max(1, value.Of);
            task.Value = value.Done;
            task.Description = value.Wait ?? Reading;
        }
    }
}
