using System.Globalization;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Storage;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

public sealed class KillTests
{
    private const int KillsOfALane = 25;

    /// <summary>Two lanes of 25 kills each, so that both processors have something to do.</summary>
    [Fact]
    public Task Commit_KilledAtAnyMoment_LeavesTheOldIndexOrTheNew() => Task.WhenAll(Task.Run(() => KillAsync(seed: 1)), Task.Run(() => KillAsync(seed: 2)));

    private static async Task KillAsync(int seed)
    {
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        var edition = 0;
        for (var kill = 0; kill < KillsOfALane; kill++)
        {
            using var writer = ChildProcess.Start(["rebuild", folder.Path], ("DOTNET_TieredPGO", "0"));
            var commits = random.Next(4);
            var begun = await BegunAsync(writer, edition, commits);

            // The first commit of a process takes long, for its code is compiled on the way.
            await Task.Delay(random.Next(commits == 0 ? 300 : 30));
            writer.Kill();
            begun = (await writer.OutputAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Number).LastOrDefault(begun);

            var now = Rebuilding.Existing(folder.Path);
            Assert.True(now == begun || now == begun - 1, $"kill {kill} of seed {seed}: {now} after {begun} was begun");
            Assert.Empty(now == 0 ? [] : IndexDirectory.Open(folder.Path).Verify());
            edition = now;
        }

        Assert.True(edition > KillsOfALane, $"only {edition} commits");
    }

    private static async Task<int> BegunAsync(ChildProcess writer, int edition, int commits)
    {
        var begun = edition;
        for (; commits >= 0; commits--)
        {
            Assert.Equal(begun + 1, begun = Number((await writer.LineAsync())!));
        }

        return begun;
    }

    private static int Number(string line) => int.Parse(line, CultureInfo.InvariantCulture);
}
