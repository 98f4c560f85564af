using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ProposalSearch.SearchHost.Composition;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.SearchHost.Tests.Settings;

/// <summary>
/// What the program says to each mistake of <see cref="StartUpMistake.All"/>, by the way that it really starts, in this process.
/// </summary>
public sealed class StartUpMistakesTests : IDisposable
{
    private static readonly string[] Insides = ["System.", "   at ", "Exception"];

    private readonly ITestOutputHelper _output;
    private readonly string _folder = Directory.CreateTempSubdirectory("startup-").FullName;
    private readonly TcpListener _taken = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> _words;

    public StartUpMistakesTests(ITestOutputHelper output)
    {
        _output = output;
        _taken.Start();
        _words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{seeds}"] = Path.Combine(Repository.Root, "seeds"),
            ["{taken}"] = ((IPEndPoint)_taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture),
            ["{file}"] = Path.Combine(_folder, "file"),
            ["{folder}"] = Directory.CreateDirectory(Path.Combine(_folder, "folder")).FullName,
            ["{locked}"] = Directory.CreateDirectory(Path.Combine(_folder, "locked")).FullName,
            ["{schema}"] = Path.Combine(_folder, "schema.yml"),
        };
        File.WriteAllText(_words["{file}"], "x");
        File.WriteAllText(_words["{schema}"], "feilds: {}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_words["{locked}"], UnixFileMode.None);
        }
    }

    /// <summary>Whether nobody is kept out of any folder: root on Linux.</summary>
    private static bool IsAlmighty => Environment.IsPrivilegedProcess || OperatingSystem.IsWindows();

    public void Dispose()
    {
        _taken.Stop();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_words["{locked}"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Start_EachMistake_IsToldInWordsOfPeople()
    {
        var (wrong, told) = (new StringBuilder(), 0);
        foreach (var mistake in StartUpMistake.All)
        {
            if (IsAlmighty && mistake.Arguments.Contains("{locked}", StringComparison.Ordinal))
            {
                _output.WriteLine($"| {mistake.Arguments} | (not tried: this user may read and write everything) |");
                continue;
            }

            var (code, said) = await StartAsync(mistake);
            _output.WriteLine($"| {Given(mistake)} | {said.Replace("\n", "<br>", StringComparison.Ordinal)} |");
            told++;
            if (Wrong(mistake, code, said) is { } fault)
            {
                wrong.AppendLine(CultureInfo.InvariantCulture, $"{Given(mistake)}: {fault}: {said}");
            }
        }

        _output.WriteLine($"{told} mistakes");
        Assert.True(wrong.Length == 0, wrong.ToString());
        Assert.True(told >= 100, $"only {told} mistakes were tried");
    }

    private static string Given(StartUpMistake mistake)
        => string.Join(' ', new[] { mistake.Environment, mistake.Arguments, mistake.File }.Where(part => part.Length > 0));

    private string? Wrong(StartUpMistake mistake, int code, string said)
    {
        var missing = Words(mistake.Says).Split('|').FirstOrDefault(part => !said.Contains(part, StringComparison.Ordinal));
        var lines = said.Split('\n').Where(line => !mistake.Arguments.Contains("--schema", StringComparison.Ordinal)).ToList();
        return code != HostProgram.CannotStart ? $"exit code {code}"
            : missing is not null ? $"does not say '{missing}'"
            : Insides.Any(part => said.Contains(part, StringComparison.Ordinal)) ? "speaks of the program's insides"
            : lines.Count > 1 && !lines[0].Contains("for " + (lines.Count - 1), StringComparison.Ordinal) ? "is several lines for one fault"
            : null;
    }

    private async Task<(int Code, string Said)> StartAsync(StartUpMistake mistake)
    {
        var program = Directory.CreateDirectory(Path.Combine(_folder, "program")).FullName;
        await File.WriteAllTextAsync(Path.Combine(program, "appsettings.json"), mistake.File.Length > 0 ? mistake.File : "{}");
        var surroundings = new Surroundings(Variables(mistake), _folder, program);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var error = new StringWriter();
        var arguments = mistake.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Words).ToList();
        var code = await HostProgram.RunAsync(
            arguments, _ => BlockingCalls.TestedEngine(), surroundings, TextWriter.Null, error, patience.Token);
        return (code, error.ToString().TrimEnd());
    }

    /// <summary>The variables of the mistake, beside others that make a start without mistakes.</summary>
    private Dictionary<string, string?> Variables(StartUpMistake mistake)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ProposalSearch__Source"] = _words["{seeds}"],
            ["ProposalSearch__Index"] = Path.Combine(_folder, "index"),
            ["Logging__LogLevel__Default"] = "None",
        };
        if (!Given(mistake).Contains("urls", StringComparison.OrdinalIgnoreCase))
        {
            all["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        }

        foreach (var pair in mistake.Environment.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            all[pair.Split('=')[0]] = Words(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        }

        return all;
    }

    private string Words(string text)
        => text == "''" ? "" : _words.Aggregate(text, (said, word) => said.Replace(word.Key, word.Value, StringComparison.Ordinal));
}
