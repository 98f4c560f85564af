using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

/// <summary>
/// The host as a process, asked without pause, while the files of its index are cut short, changed and deleted under it: it lives,
/// answers rightly or with 503, and has a sound index again by itself.
/// </summary>
public sealed class DamageUnderLoadTests(ITestOutputHelper output) : IDisposable
{
    private const int Header = 64;

    private static readonly Regex Generation = new("(?<=^[gs]|^_|_)[0-9a-z]{1,3}(?=[._]|$)", RegexOptions.CultureInvariant);

    /// <summary>
    /// Bytes that are changed in each file, one at a time. PROPOSALSEARCH_DAMAGES says how many, 1 if it does not. Where the index is
    /// held in a copy, a tenth of them: what differs is where answers are read from, not how damage is found.
    /// </summary>
    private static readonly int Flips = int.Parse(
        Environment.GetEnvironmentVariable("PROPOSALSEARCH_DAMAGES") ?? "1", CultureInfo.InvariantCulture);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("damage-").FullName;

    private string Source => Path.Combine(_folder, "source");

    private string Index => Path.Combine(_folder, "index");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("memory", 1)]
    [InlineData("copy", 10)]
    public async Task Serve_EachFileCutChangedAndDeleted_LivesAnswersRightlyAndRebuilds(string heldIn, int share)
    {
        WriteSource();
        using var host = await HostProcess.StartAsync(
            Source,
            Index,
            ("Backend", BlockingCalls.TestedBackend.ToString()),
            ("HoldIndexIn", heldIn),
            ("IndexCheckMilliseconds", "50"));
        var load = await SearchLoad.StartAsync(host);
        var (cuts, changes, deletions, random) = (0, 0, 0, new Random(8));
        foreach (var kind in Files().Select(Kind).ToList())
        {
            foreach (var length in Lengths(new FileInfo(Find(kind)).Length))
            {
                await AttackAsync(host, load, kind, path => Cut(path, length));
                cuts++;
            }

            for (var flip = 0; flip < (Flips + share - 1) / share; flip++, changes++)
            {
                await AttackAsync(host, load, kind, path => Change(path, random));
            }

            await AttackAsync(host, load, kind, File.Delete);
            deletions++;
        }

        await load.DisposeAsync();
        Assert.False(host.HasEnded);
        Assert.True(load.Answered > cuts + changes + deletions, $"{load.Answered} answers are too few to tell anything.");
        Assert.DoesNotContain(host.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
        output.WriteLine(FormattableString.Invariant(
            $"{heldIn}: {Files().Count} files, {cuts} cut short, {changes} bytes changed, {deletions} deleted; ")
            + FormattableString.Invariant(
                $"{load.Answered} right answers, {load.Refused} of 503, none wrong; rebuilt {cuts + changes + deletions} times"));
    }

    /// <summary>Damages a file, and waits until the index on the disk is sound again and the host answers from it.</summary>
    private async Task AttackAsync(HostProcess host, SearchLoad load, string kind, Action<string> damage)
    {
        var (path, before, lines) = (Find(kind), await BuiltAtAsync(host), host.Lines.Count);
        damage(path);
        Assert.NotEmpty(BlockingCalls.TestedEngine().Verify(Index).Faults);
        var began = TimeProvider.System.GetTimestamp();
        while (await BuiltAtAsync(host) == before || BlockingCalls.TestedEngine().Verify(Index).Faults.Count > 0)
        {
            load.Check();
            var isPatient = TimeProvider.System.GetElapsedTime(began) < Patience;
            Assert.True(isPatient, $"{path} was not mended in a minute: {string.Join('\n', host.Lines.Skip(lines))}");
            await Task.Delay(10);
        }

        load.Check();
        Assert.Single(host.Lines.Skip(lines), line => line.Contains(path, StringComparison.Ordinal));
    }

    private static async Task<string> BuiltAtAsync(HostProcess host)
    {
        var answer = await host.Client.GetStringAsync(new Uri("/v1/index", UriKind.Relative));
        return JsonDocument.Parse(answer).RootElement.GetProperty("built_at").GetString()!;
    }

    /// <summary>The files that an index consists of, at the moment.</summary>
    private List<string> Files()
    {
        using var index = BlockingCalls.TestedEngine().Open(Index);
        return [.. index.Statistics().Files.Select(file => Path.Combine(Index, file.Name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The name of a file without the numbers that tell how often the index was built.</summary>
    private static string Kind(string path) => Generation.Replace(Path.GetFileName(path), "#");

    private string Find(string kind) => Files().Single(path => Kind(path) == kind);

    private static long[] Lengths(long length) => Flips > 1 ? [0, Header, length / 2, length - 1] : [0, length / 2];

    private static void Cut(string path, long length)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.SetLength(file, length);
    }

    private static void Change(string path, Random random)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var offset = random.NextInt64(RandomAccess.GetLength(file));
        var value = new byte[1];
        Assert.Equal(1, RandomAccess.Read(file, value, offset));
        value[0] ^= (byte)random.Next(1, 256);
        RandomAccess.Write(file, value, offset);
    }

    private void WriteSource()
    {
        string[] categories = ["play", "learn", "create"];
        string[] words = ["garden", "community", "water", "youth", "school", "street", "music", "health", "river", "library"];
        var random = new Random(5);
        for (var file = 0; file < 30; file++)
        {
            var path = Path.Combine(Source, file % 2 == 0 ? "2015" : "2016", $"p{file}.md");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var text = string.Join(' ', Enumerable.Range(0, 200).Select(_ => words[random.Next(words.Length)]));
            var head = $"title: Proposal {file} {words[file % 10]}\ncategory: {categories[file % 3]}";
            File.WriteAllText(path, $"---\n{head}\n---\nA community garden. {text}.\n");
        }
    }
}
