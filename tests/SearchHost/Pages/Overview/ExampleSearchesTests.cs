using ProposalSearch.Indexing;
using ProposalSearch.SearchHost.Pages.Overview;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Limits;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages.Overview;

/// <summary>How searches to try are looked for.</summary>
public sealed class ExampleSearchesTests
{
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(30);

    /// <summary>An engine that is a network away is not asked for one after the other.</summary>
    [Fact]
    public async Task Examples_AreLookedForSideBySide()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 80; file++)
        {
            var title = file < 5 ? "Glowing squid" : file < 10 ? "Open rivers" : $"Number {file}";
            archive.Write($"{file:00}.yml", $"title: {title}\nneed: Words about it, as many as there are.\n");
        }

        using var folder = new TemporaryFolder();
        using var held = new HeldBackend();
        await IndexingPipeline.RunAsync(new IndexingOptions(archive.Path, folder.Path, null), held.Backend, TimeProvider.System);
        using var index = await held.Backend.OpenAsync(folder.Path);
        var (arrived, both) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        held.Before = options => options.Top > 10 ? Task.CompletedTask : MeetAsync();

        Assert.Equal(["Glowing squid", "Open rivers"], (await ExampleSearches.OfAsync(new IndexSnapshot(index), CancellationToken.None))
            .Select(example => char.ToUpperInvariant(example[0]) + example[1..]).Order(StringComparer.Ordinal));

        Task MeetAsync()
        {
            if (Interlocked.Increment(ref arrived) == 2)
            {
                both.SetResult();
            }

            return both.Task.WaitAsync(_most);
        }
    }
}
