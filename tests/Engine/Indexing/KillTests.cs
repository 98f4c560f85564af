using System.Globalization;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Queries;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Storage;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>
/// A process that builds anew, updates, merges and commits without end is killed at a random moment, again and again
/// (<see cref="Rebuilding"/>). PROPOSALSEARCH_KILLS says how often, 60 times if it does not.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Lanes = 4;
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PROPOSALSEARCH_KILLS") ?? "60", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Commit_KilledAtAnyMoment_LeavesTheOldIndexOrTheNewAndNoFileForLong()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(1, Lanes).Select(seed => Task.Run(() => KillAsync(seed, Kills / Lanes))));
        foreach (var (seed, tally) in lanes.Index())
        {
            output.WriteLine($"seed {seed + 1}: {tally}");
        }

        output.WriteLine($"{lanes.Sum(tally => tally.Kills)} kills, nothing lost, no file left");
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
            var begun = await KillOneAsync(folder.Path, edition, random);
            var now = Rebuilding.Existing(folder.Path);
            Assert.True(now == begun || now == begun - 1, $"kill {kill} of seed {seed}: {now} after {begun} was begun");
            tally.Add(folder, begun, now);
            if (reader is not null)
            {
                Assert.Equal(Rebuilding.Documents(edition), reader.Search(new TermQuery(TermForm.Exact, $"edition{edition}"), new SearchOptions { Top = 0 }).Total);
            }

            Assert.Empty(now == 0 ? [] : IndexDirectory.Open(folder.Path).Verify());
            if (random.Next(2) == 0)
            {
                IndexDirectory.CreateOrOpen(folder.Path).Lock().Dispose();
                FolderContent.AssertNothingElse(folder);
            }

            edition = now;
        }

        Assert.True(edition > kills, $"only {edition} commits");
        FolderContent.AssertNoHandles(folder);
        return tally;
    }

    /// <summary>Lets a process commit for a while and kills it.</summary>
    /// <returns>The last commit that it began.</returns>
    private static async Task<int> KillOneAsync(string folder, int edition, Random random)
    {
        using var writer = ChildProcess.Start(["rebuild", folder], ("DOTNET_TieredPGO", "0"));
        var commits = random.Next(4);
        var begun = await BegunAsync(writer, edition, commits);

        // The first commit of a process takes long, for its code is compiled on the way.
        await Task.Delay(random.Next(commits == 0 ? 300 : 30));
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

    /// <summary>What was going on when processes were killed, as far as the files tell.</summary>
    private sealed class Tally
    {
        private int _new;
        private int _building;
        private int _merging;
        private int _publishing;

        public int Kills { get; private set; }

        public void Add(TemporaryFolder folder, int begun, int now)
        {
            var left = folder.FileNames().Except(FolderContent.Expected(folder.Path)).ToArray();
            var (chunks, segments) = (left.Any(name => name[0] == 't'), left.Any(name => name[0] == 's'));
            Kills++;
            _new += now == begun ? 1 : 0;
            _building += chunks && !segments ? 1 : 0;
            _merging += chunks && segments ? 1 : 0;
            _publishing += left.Contains(Manifest.NextFileName) || (segments && !chunks) ? 1 : 0;
        }

        public override string ToString() =>
            $"{Kills} kills, {_new} after the commit, {_building} among chunks, {_merging} in a merge, {_publishing} in an update or while publishing";
    }
}
