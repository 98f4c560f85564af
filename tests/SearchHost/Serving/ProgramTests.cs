using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>The program as somebody starts it: what it says, and how it ends.</summary>
public sealed class ProgramTests
{
    internal static readonly string Seeds = Path.Combine(Repository.Root, "seeds");

    [Fact]
    public async Task Start_Help_SaysHowAndEnds()
    {
        var (code, output, error) = await RunAsync(["--help"]);

        Assert.Equal((0, ""), (code, error));
        var options = DeclaredSetting.All.Select(setting => setting.Kind.Option).OfType<string>().ToList();
        Assert.NotEmpty(options);
        Assert.All(options, option => Assert.Contains(option, output));
        Assert.Contains("--urls <URL>", output);
        Assert.Contains("Exit code", output);
    }

    [Fact]
    public async Task Start_NoSource_EndsWithASentence()
    {
        var (code, output, error) = await RunAsync(["--source", "/nowhere/at/all"]);

        Assert.Equal((2, ""), (code, output));
        Assert.Equal(
            "--source on the command line: There are no proposals at /nowhere/at/all. "
                + "Name the folder of the proposals with --source DIR, or set ProposalSearch__Source.",
            error.Trim());
    }

    [Fact]
    public async Task Start_UnknownOption_EndsWithWhatWasMeant()
    {
        var (code, _, error) = await RunAsync(["--sorce", "x"]);

        Assert.Equal(2, code);
        Assert.Contains("Did you mean --source?", error);
    }

    [Fact]
    public async Task Start_BadSettings_EndsWithAllOfThem()
    {
        var (code, _, error) = await RunAsync(
            ["--source", Seeds], ("ProposalSearch__MaxQueryLength", "1"), ("ProposalSearch__StartupWaitSeconds", "999"));

        Assert.Equal(2, code);
        Assert.Contains("Environment variable ProposalSearch__MaxQueryLength is '1': it must be a whole number from 100 to 20000.", error);
        Assert.Contains("Environment variable ProposalSearch__StartupWaitSeconds is '999'", error);
    }

    [Fact]
    public async Task Start_SettingThatIsNoNumber_EndsWithItsName()
    {
        var (code, _, error) = await RunAsync(["--source", Seeds], ("ProposalSearch__MaxQueryLength", "many"));

        Assert.Equal(2, code);
        Assert.Contains("MaxQueryLength", error);
    }

    [Fact]
    public async Task Start_PortTaken_EndsWithASentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var (code, output, error) =
            await RunAsync(["--source", Seeds, "--index", Path.Combine(Path.GetTempPath(), "proposalsearch-never"), "--urls", url]);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"{url} is taken by another program: stop that one, or listen elsewhere with --urls", error);
        Assert.Single(error.Trim().Split('\n'));
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(
        string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
