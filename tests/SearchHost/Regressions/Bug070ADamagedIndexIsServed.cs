using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// An index of which a byte was changed while the host was stopped was opened without comparing its checksums: the host was ready, and
/// its searches failed or found something else. And a file that was cut while it ran ended the process (<see
/// cref="Snapshots.DamageUnderLoadTests"/>).
/// </summary>
public sealed class Bug070ADamagedIndexIsServed : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("damaged-").FullName;

    private string Index => Path.Combine(_folder, "index");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_EachFileChanged_BuildsAnewAndAnswersRightly()
    {
        var source = Path.Combine(_folder, "source");
        Directory.CreateDirectory(source);
        for (var file = 0; file < 20; file++)
        {
            File.WriteAllText(Path.Combine(source, $"p{file}.md"), $"---\ntitle: Proposal {file}\n---\nA garden for number{file}.\n");
        }

        var right = await AskAsync(source);
        foreach (var kind in Files().Select(Path.GetExtension).ToList())
        {
            Change(Files().First(path => Path.GetExtension(path) == kind));
            Assert.NotEmpty(BlockingCalls.TestedEngine().Verify(Index).Faults);
            Assert.Equal(right, await AskAsync(source));
            Assert.Empty(BlockingCalls.TestedEngine().Verify(Index).Faults);
        }
    }

    private List<string> Files()
    {
        using var index = BlockingCalls.TestedEngine().Open(Index);
        return [.. index.Statistics().Files.Select(file => Path.Combine(Index, file.Name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Starts a host, and ends it when it has answered.</summary>
    private async Task<string> AskAsync(string source)
    {
        await using var host = await RunningHost.StartOnAsync(source, ("ProposalSearch:Index", Index));
        var address = new Uri("/v1/search?q=garden+OR+number7&per_page=100&explain=true", UriKind.Relative);
        var answer = await host.Client.GetStringAsync(address);
        var root = JsonDocument.Parse(answer).RootElement;
        return $"{root.GetProperty("total")} {root.GetProperty("hits")} {root.GetProperty("facets")}";
    }

    private static void Change(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var length = RandomAccess.GetLength(file);
        var offset = length > 80 ? 64 + ((length - 80) / 2) : length / 2;
        var value = new byte[1];
        Assert.Equal(1, RandomAccess.Read(file, value, offset));
        RandomAccess.Write(file, [(byte)~value[0]], offset);
    }
}
