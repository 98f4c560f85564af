using System.Globalization;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>
/// A process that builds, merges and commits one index after the other is killed at a random moment, again and again
/// (<see cref="Rebuilding"/>): each time in the phase that was hit least so far. PROPOSALSEARCH_KILLS says how often, 60 times if it does
/// not.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Lanes = 4;
    private static readonly WriterPhase[] Aims = [WriterPhase.Building, WriterPhase.Merging, WriterPhase.Publishing];
    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("PROPOSALSEARCH_KILLS") ?? "60", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Commit_KilledAtAnyMoment_LeavesTheOldIndexOrTheNewAndNoFileForLong()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(1, Lanes).Select(seed => Task.Run(() => KillAsync(seed, Kills / Lanes))));
        foreach (var (seed, lane) in lanes.Index())
        {
            output.WriteLine($"seed {seed + 1}: {lane}");
        }

        var all = lanes.Aggregate(new Tally(), (sum, lane) => sum.Plus(lane));
        output.WriteLine($"all: {all}; nothing lost, no file left");
        Assert.All(Aims, phase => Assert.InRange(all[phase], Kills / 5, Kills));
    }

    private static async Task<Tally> KillAsync(int seed, int kills)
    {
        var random = new Random(seed);
        var tally = new Tally();
        using var folder = new TemporaryFolder();
        var edition = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            using var reader = edition > 0 ? IndexSnapshot.Open(folder.Path) : null;
            var begun = await KillOneAsync(folder.Path, edition, Aims.MinBy(phase => tally[phase]), random);
            var now = Rebuilding.Existing(folder.Path);
            Assert.True(now == begun || now == begun - 1, $"kill {kill} of seed {seed}: {now} after {begun} was begun");
            tally.Add(KilledWriter.Phase(folder, now == begun), now == begun);
            Assert.Equal(edition, reader is null ? 0 : Rebuilding.Existing(reader));
            Assert.Empty(now == 0 ? [] : IndexDirectory.Open(folder.Path).Verify());
            if (random.Next(2) == 0)
            {
                IndexDirectory.CreateOrOpen(folder.Path).Lock().Dispose();
                FolderContent.AssertNothingElse(folder);
            }

            edition = now;
        }

        Assert.True(edition > kills / 4, $"only {edition} commits");
        FolderContent.AssertNoHandles(folder);
        return tally;
    }

    /// <summary>Lets a process commit for a while and kills it.</summary>
    /// <returns>The last commit that it began.</returns>
    private static async Task<int> KillOneAsync(string folder, int edition, WriterPhase aim, Random random)
    {
        using var writer = ChildProcess.Start(["rebuild", folder], ("DOTNET_TieredPGO", "0"));
        var begun = await BegunAsync(writer, edition, random.Next(2));
        await KilledWriter.BeginsAsync(aim, folder);

        // A commit is published within a few milliseconds; the rest of it takes longer.
        await Task.Delay(random.Next(aim == WriterPhase.Publishing ? 3 : 15));
        writer.Kill();
        return (await writer.OutputAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Number).LastOrDefault(begun);
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

    /// <summary>How many kills hit which phase.</summary>
    private sealed class Tally
    {
        private readonly int[] _hits = new int[Enum.GetValues<WriterPhase>().Length];
        private int _published;

        public int this[WriterPhase phase] => _hits[(int)phase];

        public void Add(WriterPhase phase, bool published)
        {
            _hits[(int)phase]++;
            _published += published ? 1 : 0;
        }

        public Tally Plus(Tally other)
        {
            var sum = new Tally { _published = _published + other._published };
            foreach (var phase in Enum.GetValues<WriterPhase>())
            {
                sum._hits[(int)phase] = this[phase] + other[phase];
            }

            return sum;
        }

        public override string ToString() =>
            $"{_hits.Sum()} kills, {this[WriterPhase.Building]} in builds, {this[WriterPhase.Merging]} in merges, "
            + $"{this[WriterPhase.Publishing]} while publishing ({_published} of them after the new index stood), "
            + $"{this[WriterPhase.Between]} in between";
    }
}
