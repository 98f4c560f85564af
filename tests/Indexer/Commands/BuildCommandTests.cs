using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexer.Tests.Commands;

public sealed class BuildCommandTests
{
    [Fact]
    public void Build_GoodFiles_ReportsAndEndsWith0()
    {
        using var console = Samples();

        Assert.Equal(0, console.Build());
        Assert.Contains("Read        2 files", console.Out, StringComparison.Ordinal);
        Assert.Contains("Indexed     1 proposals", console.Out, StringComparison.Ordinal);
        Assert.Contains("Unpublished 1 ", console.Out, StringComparison.Ordinal);
        Assert.Contains("Failed      0", console.Out, StringComparison.Ordinal);
        Assert.Empty(console.Error);
    }

    [Fact]
    public void Build_AFileThatFails_NamesPathLineCauseAndRemedyAndEndsWith1()
    {
        using var console = Samples().Write("source/bad.json", "{\"title\": \"A\",\n\n\"x\" \"z\"}\n");

        Assert.Equal(1, console.Build());
        var line = Assert.Single(console.Out.Split('\n'), static line => line.Contains("bad.json", StringComparison.Ordinal));
        Assert.StartsWith("  bad.json:3: The JSON cannot be read", line, StringComparison.Ordinal);
        Assert.Contains("quotes", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithADump_WritesItAndSaysWhere()
    {
        using var console = Samples();
        using var dumps = new TemporaryFolder();

        Assert.Equal(0, console.Build("--dump", dumps.Path));
        Assert.Matches(@"Dump +1 proposals, 0\.0 MB, in .*proposals-[0-9a-f]+-[0-9a-f]{12}\.ndjson\.gz", console.Out);
        Assert.Contains("manifest.json", dumps.FileNames());
    }

    [Fact]
    public void Build_WithADumpThatCannotBeWritten_SaysSoAndEndsWith1()
    {
        using var console = Samples().Write("taken", "a file");

        Assert.Equal(1, console.Build("--dump", Path.Combine(console.Index, "..", "taken")));
        Assert.StartsWith("The index was published, but no dump could be written to ", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_UnknownKeys_SaysWhatTheyWereTakenFor()
    {
        using var console = Samples().Write("source/c.yml", "title: C\nWhat else?: This and that.\n");

        console.Build();

        Assert.Matches("What else\\? +answer +\\(its key is worded as a question; 1 file\\)", console.Out);
    }

    [Fact]
    public void Build_ManyWarnings_ShowsTheFirstUnlessAskedForAll()
    {
        using var console = Samples();
        for (var file = 0; file < 30; file++)
        {
            console.Write($"source/empty{file:00}.md", "");
        }

        Assert.Equal(0, console.Build());
        Assert.Contains("empty04.md", console.Out, StringComparison.Ordinal);
        Assert.Contains("and 25 more, which --verbose lists", console.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("empty29.md", console.Out, StringComparison.Ordinal);
        console.Build("--verbose");
        Assert.Contains("empty29.md", console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_HostileNames_DoNotReachTheTerminal()
    {
        using var console = Samples()
            .Write("source/\u001B[2Jbad.json", "{x\n")
            .Write("source/c.yml", "title: C\n\"a\\e[31mb\": c\n");

        Assert.Equal(1, console.Build());
        Assert.DoesNotContain('\u001B', console.Out);
        Assert.Contains("[2Jbad.json", console.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--source", "/no/such/folder")]
    [InlineData("--schema", "/no/such/schema.yml")]
    [InlineData("--sauce", "x")]
    [InlineData("unknown", "x")]
    public void Run_WhatCannotBeDone_SaysWhyOnErrorAndEndsWith2(string option, string value)
    {
        using var console = Samples();

        Assert.Equal(2, console.Build(option, value));
        Assert.NotEmpty(console.Error);
    }

    [Fact]
    public void Run_WithoutSamples_PointsToThoseOfTheCheckout()
    {
        using var console = new Console();

        Assert.Equal(2, console.Run());
        Assert.Contains("--source", console.Error, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(Testing.Repository.Root, "seeds"), console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Stopped_LeavesTheOldIndexAndEndsWith2()
    {
        using var console = Samples();
        console.Build();
        console.Write("source/new.md", "---\ntitle: Brand new\n---\n");

        Assert.Equal(2, console.RunUntil(new CancellationToken(canceled: true), "--source", console.Source, "--index", console.Index));
        Assert.Contains("as it was", console.Error, StringComparison.Ordinal);
        console.Run("search", "brand", "--index", console.Index);
        Assert.StartsWith("0 of 1 ", console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_AnIndexThatSomebodyElseWrites_IsTheReason()
    {
        using var console = new Console(new SearchBackend(new LockedStore())).Write("source/a.md", "---\ntitle: A\n---\n");

        Assert.Equal(2, console.Build());
        Assert.Equal("Another process writes to it." + Environment.NewLine, console.Error);
    }

    [Fact]
    public void Help_NamesEveryOptionAndCommand()
    {
        using var console = new Console();

        Assert.Equal(0, console.Run("--help"));
        foreach (var word in (string[])["--source", "--index", "--schema", "search", "verify", "stats", "schema"])
        {
            Assert.Contains(word, console.Out, StringComparison.Ordinal);
        }
    }

    internal static Console Samples() => new Console()
        .Write(
            "source/2015/a.md",
            "---\ntitle: Trees for all\norganization_name: Tree People\n"
            + "What is the need you’re responding to?: There are too few trees in the city.\n---\n")
        .Write("source/b.md", "---\ntitle: Hidden\npublished: false\n---\n");

    private sealed class LockedStore : IIndexStore
    {
        public string Name => "locked";

        public ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
            throw new IndexUnavailableException(IndexUnavailableReason.Locked, "Another process writes to it.");

        public ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) =>
            throw new IndexUnavailableException(IndexUnavailableReason.Absent, "There is none.");

        public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default)
            => OpenAsync(location, cancellation);

        public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default)
            => new(new IndexVerification(3, ["terms: damaged"]));
    }
}
