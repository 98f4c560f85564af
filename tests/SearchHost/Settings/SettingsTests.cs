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
        Assert.Equal("true", CommandLine.Parse(["--watch", "--source", "a"]).Settings["ProposalSearch:Watch"]);
        Assert.Equal("false", CommandLine.Parse(["--watch=false"]).Settings["ProposalSearch:Watch"]);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Parse_Help_AsksForUsageOnly(string option)
    {
        Assert.True(CommandLine.Parse(["--source", "x", option]).Help);
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
        var folders = Folders.Resolve(
            new SearchHostOptions { Source = "seeds", Index = "out/index", Schema = "README.md" }, Repository.Root, Path.GetTempPath());

        Assert.Equal(Path.Combine(Repository.Root, "out", "index"), folders.Index);
        Assert.Equal(Path.Combine(Repository.Root, "README.md"), folders.Schema);
    }
}
