using ProposalSearch.SearchHost.Settings;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Settings;

/// <summary>Which of several places wins.</summary>
public sealed class GivenSettingsTests : IDisposable
{
    private readonly string _program = Directory.CreateTempSubdirectory("given-").FullName;

    public void Dispose() => Directory.Delete(_program, recursive: true);

    [Fact]
    public void Read_AllPlaces_TheCommandLineWinsThenTheEnvironmentThenTheFiles()
    {
        File.WriteAllText(Path.Combine(_program, "appsettings.json"), """
            {
              "ProposalSearch": { "Title": "file", "MaxQueryLength": 101, "WatchScanSeconds": 1, "Include": ["a", "b"],
                "AllowedOrigins": [] },
              "Urls": "http://127.0.0.1:1"
            }
            """);
        File.WriteAllText(Path.Combine(_program, "appsettings.Staging.json"), """{ "ProposalSearch": { "WatchScanSeconds": 2 } }""");
        var given = Given(
            ["--title", "typed", "--urls=http://127.0.0.1:3"],
            ("ASPNETCORE_ENVIRONMENT", "Staging"),
            ("ProposalSearch__Title", "set"),
            ("proposalsearch__maxquerylength", "102"),
            ("ASPNETCORE_URLS", "http://127.0.0.1:2"),
            ("ProposalSearch__Include__0", "c"));
        var (options, faults) = SettingsReader.Read(given);

        Assert.Empty(faults);
        Assert.Equal(("typed", 102, 2), (options.Title, options.MaxQueryLength, options.WatchScanSeconds));
        Assert.Equal(["c", "b"], options.Include);
        Assert.Equal("http://127.0.0.1:3", given.Of("urls")!.Text);
        Assert.Equal("http://127.0.0.1:2", Given([], ("ASPNETCORE_URLS", "http://127.0.0.1:2")).Of("urls")!.Text);
    }

    [Fact]
    public void Read_NothingGiven_IsTheDefaults()
    {
        var (options, faults) = SettingsReader.Read(Given([], ("ASPNETCORE_ENVIRONMENT", "")));

        Assert.Empty(faults);
        Assert.Equal(new SearchHostOptions().MaxQueryLength, options.MaxQueryLength);
        Assert.Equal(("ProposalSearch", false), (options.Title, options.Watch));
    }

    [Fact]
    public void Faults_VariablesOfOthers_AreNone()
    {
        var given = Given(
            [],
            ("PROPOSALSEARCH_SHARED", "/shared"), ("PROPOSALSEARCH_PORT", "tcp://10.0.0.1:80"), ("Title", "x"), ("SOURCE", "x"),
            ("Logger__X", "y"), ("Search__Title", "z"), ("ASPNETCORE_HTTPS_PORT", "443"), ("ASPNETCORE_HTTP_PORTS", ""), ("_", ""));

        Assert.Empty(SettingsReader.Read(given).Faults);
        Assert.Empty(SectionFaults.Of(given).Concat(LoggingFaults.Of(given)).Concat(Listening.Faults(given)));
    }

    private GivenSettings Given(string[] arguments, params (string Name, string Value)[] environment)
        => GivenSettings.Gather(
            CommandLine.Parse(arguments),
            new Surroundings(
                environment.ToDictionary(one => one.Name, one => (string?)one.Value, StringComparer.Ordinal), _program, _program));
}
