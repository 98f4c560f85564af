using System.Diagnostics;
using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Lucene.Tests.LifeCycle;

/// <summary>
/// A process that builds without end is killed at a random moment, again and again. PROPOSALSEARCH_KILLS says how often, 25 times if it
/// does not.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>On a busy machine kills come later and later, until some editions are published between them.</summary>
    private const int LongestMilliseconds = 400;
    private const int MoreMilliseconds = 100;
    private const int MostMilliseconds = 10_000;
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PROPOSALSEARCH_KILLS") ?? "25",
        CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("kills-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task Publish_KilledAtAnyMoment_LeavesTheOldIndexOrTheNew() => KillAsync("publish", Editions.ReadAsync, Editions.PublishOneAsync);

    /// <summary>Every edition but each twenty-fifth is made by changing the one before.</summary>
    [Fact]
    public Task Update_KilledAtAnyMoment_LeavesTheOldIndexOrTheNew() =>
        KillAsync("update", ChangedEditions.ReadAsync, ChangedEditions.PublishOneAsync);

    private async Task KillAsync(string command, Func<string, Task<int>> read, Func<string, int, Task> publish)
    {
        const int seed = 1;
        var random = new Random(seed);
        int edition = 0, left = 0, longest = LongestMilliseconds;
        for (int kill = 0; kill < Kills; kill++)
        {
            int begun = await KillOneAsync(random, command, longest);
            left += Directory.EnumerateFiles(_folder).Any(file => File.GetLastWriteTimeUtc(file) > LastCommit()) ? 1 : 0;
            int now = await read(_folder);
            Assert.True(now >= edition
                && (now == begun || now == begun - 1),
                    $"kill {kill} of seed {seed}: edition {now} after {begun} was begun and {edition} was there");
            Assert.Empty(now == 0 ? [] : (await new LuceneStore().VerifyAsync(_folder)).Faults);
            longest = Math.Clamp(longest + (now == edition ? MoreMilliseconds : -MoreMilliseconds), LongestMilliseconds, MostMilliseconds);
            edition = now;
        }

        await publish(_folder, edition + 1);
        var whole = await new LuceneStore().VerifyAsync(_folder);
        Assert.Empty(whole.Faults);
        Assert.Equal(whole.Files, Directory.GetFiles(_folder).Count(file => Path.GetFileName(file) != "write.lock"));
        output.WriteLine(
            $"{command}, seed {seed}: {Kills} kills, {left} of them left files of an unfinished build, "
            + $"{edition} editions published: each time a whole edition was found, "
            + "the last begun or the one before; nothing was left after the next");
    }

    private DateTime LastCommit() =>
        Directory.EnumerateFiles(_folder, "segments_*").Select(File.GetLastWriteTimeUtc).DefaultIfEmpty(DateTime.MinValue).Max();

    private async Task<int> KillOneAsync(Random random, string command, int longest)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            ArgumentList = { "exec", typeof(KillTests).Assembly.Location, command, _folder }
        };
        using var process = Process.Start(start)!;
        int begun = int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        await Task.Delay(random.Next(longest));
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            begun = int.Parse(line, CultureInfo.InvariantCulture);
        }

        await process.WaitForExitAsync();
        return begun;
    }
}
