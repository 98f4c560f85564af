using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Settings;

public sealed class SettingsTests
{
    [Fact]
    public void Parse_Options_BecomeSettings()
    {
        var command = CommandLine.Parse(["--source", "a b", "--index=i", "--urls", "http://127.0.0.1:1", "--ProposalSearch:Title", "T"]);

        Assert.Equal("a b", command.Settings["ProposalSearch:Source"]);
        Assert.Equal("i", command.Settings["ProposalSearch:Index"]);
        Assert.Equal("http://127.0.0.1:1", command.Settings["urls"]);
        Assert.Equal("T", command.Settings["ProposalSearch:Title"]);
    }

    [Fact]
    public void Parse_PatternsGivenSeveralTimes_AreAList()
    {
        var command = CommandLine.Parse(["--exclude", "drafts/**", "--include=2015/**", "--exclude=**/README.md"]);

        Assert.Equal("2015/**", command.Settings["ProposalSearch:Include:0"]);
        Assert.Equal("drafts/**", command.Settings["ProposalSearch:Exclude:0"]);
        Assert.Equal("**/README.md", command.Settings["ProposalSearch:Exclude:1"]);
    }

    [Fact]
    public void Resolve_Patterns_ReachTheIndexing()
    {
        var options = new SearchHostOptions { Include = ["2015/**"], Exclude = ["**/README.md"] };
        var indexing = Folders.Resolve(options, Repository.Root, AppContext.BaseDirectory).ForIndexing;

        Assert.Equal(["2015/**"], indexing.Include);
        Assert.Equal(["**/README.md"], indexing.Exclude);
    }

    [Fact]
    public void Parse_Watch_NeedsNoValue()
    {
        Assert.Equal("True", CommandLine.Parse(["--watch", "--source", "a"]).Settings["ProposalSearch:Watch"]);
        Assert.Equal("false", CommandLine.Parse(["--watch=false"]).Settings["ProposalSearch:Watch"]);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Parse_Help_AsksForUsageOnly(string option)
    {
        Assert.True(CommandLine.Parse(["--source", "x", option]).Help);
    }

    [Theory]
    [InlineData("--sorce x", "Did you mean --source?")]
    [InlineData("seeds", "There is no option 'seeds'")]
    [InlineData("--source", "--source needs a value")]
    public void Parse_Mistake_SaysWhatToDo(string arguments, string message)
    {
        Assert.Contains(message, Assert.Throws<StartFailedException>(() => CommandLine.Parse(arguments.Split(' '))).Message);
    }

    [Fact]
    public void Of_BadSettings_AreAllTold()
    {
        var faults = SearchHostOptionsFaults.Of(new SearchHostOptions { Title = "", MaxQueryLength = 1, MaxFilterValues = 0, StartupWaitSeconds = -1, WatchQuietMilliseconds = 1, WatchScanSeconds = 0, AllowedOrigins = ["*", "https://ok.example.org", "https://bad.example.org/path"] });

        Assert.Equal(8, faults.Count);
        Assert.Empty(SearchHostOptionsFaults.Of(new SearchHostOptions()));
    }

    [Fact]
    public void Of_LimitsOutOfRange_AreAllTold()
    {
        var faults = SearchHostOptionsFaults.Of(new SearchHostOptions
        {
            MaxFilterValueLength = 0,
            MaxFilterLength = 0,
            SearchBudgetMilliseconds = 0,
            MaxConcurrentSearches = -1,
            MaxConcurrentExports = 0,
            MaxQueuedRequests = -1,
            QueueMilliseconds = -1,
            StopSeconds = 0,
            TrustedProxies = ["10.0.0.5", "10.0.0.0/8", "::1", "proxy.example.org"],
        });

        Assert.Equal(9, faults.Count);
        Assert.Contains("StopSeconds is 0; it must be from 1 to 3600.", faults[7]);
        Assert.Contains("'proxy.example.org'", faults[8]);
    }

    [Fact]
    public void Resolve_NothingNamed_IsTheCurrentFolder()
    {
        var folders = Folders.Resolve(new SearchHostOptions(), Repository.Root, AppContext.BaseDirectory);

        Assert.Equal(Path.Combine(Repository.Root, "seeds"), folders.Source);
        Assert.Equal(Path.Combine(Repository.Root, "index"), folders.Index);
        Assert.Null(folders.Schema);
    }

    [Fact]
    public void Resolve_ElsewhereWithNothingNamed_IsTheCheckout()
    {
        var folders = Folders.Resolve(new SearchHostOptions(), Path.GetTempPath(), AppContext.BaseDirectory);

        Assert.Equal(Path.Combine(Repository.Root, "seeds"), folders.Source);
        Assert.Equal(Path.Combine(Repository.Root, "index"), folders.Index);
    }

    [Fact]
    public void Resolve_NamedFolders_AreRelativeToTheCurrentOne()
    {
        var folders = Folders.Resolve(new SearchHostOptions { Source = "seeds", Index = "out/index", Schema = "README.md" }, Repository.Root, Path.GetTempPath());

        Assert.Equal(Path.Combine(Repository.Root, "out", "index"), folders.Index);
        Assert.Equal(Path.Combine(Repository.Root, "README.md"), folders.Schema);
    }

    [Theory]
    [InlineData("nowhere", "", "", "--source")]
    [InlineData("seeds", "", "nowhere.yml", "--schema")]
    [InlineData("seeds", "README.md", "", "--index")]
    public void Resolve_NotThere_SaysWhichOption(string source, string index, string schema, string option)
    {
        var options = new SearchHostOptions { Source = source, Index = index, Schema = schema };
        var fault = Assert.Throws<StartFailedException>(() => Folders.Resolve(options, Repository.Root, Path.GetTempPath()));

        Assert.Contains(option, fault.Message);
    }
}
