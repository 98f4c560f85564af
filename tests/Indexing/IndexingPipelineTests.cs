using ProposalSearch.Proposals.Sources;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests;

public sealed class IndexingPipelineTests
{
    [Fact]
    public void Run_MixedFolder_AddsEachProposalOnceInOrdinalOrderOfIds()
    {
        using var archive = new TemporaryArchive()
            .Write("b.md", "---\ntitle: B\n---\n")
            .Write("a.json", """[{"title": "A1"}, {"title": "A2"}]""")
            .Write("a/z.yml", "title: Z\n")
            .Write("c.csv", "slug,title\nx,CX\ny,CY\n")
            .Write("B.txt", "text");
        var (report, index) = archive.Run();

        Assert.Equal(["B", "a/1", "a/2", "a/z", "b", "c/x", "c/y"], index.Added.Select(static proposal => proposal.Id));
        Assert.Equal((5, 7, 0, 0), (report.Read, report.Indexed, report.Unpublished, report.Failed.Count));
        Assert.NotNull(index.Committed);
        Assert.True(index.Disposed);
    }

    [Fact]
    public void Run_AFileThatCannotBeRead_CostsNothingButItself()
    {
        using var archive = new TemporaryArchive()
            .Write("2015/bad.json", "{\"title\": \"A\",\n\n\"x\" \"z\"}\n")
            .Write("2015/good.md", "---\ntitle: Good\n---\n")
            .Write("2016/hidden.md", "---\ntitle: H\npublished: false\n---\n")
            .Write("empty.md", "");
        var (report, index) = archive.Run();

        Assert.Equal("Good", Assert.Single(index.Added).Title);
        Assert.Equal((4, 1, 1), (report.Read, report.Indexed, report.Unpublished));
        var fault = Assert.Single(report.Failed);
        Assert.Equal(("2015/bad.json", 3), (fault.Path, fault.Line));
        Assert.Equal("empty.md", Assert.Single(report.Warnings).Path);
    }

    [Fact]
    public void Run_BestBetsOfUnknownProposals_AreWarningsWithTheSchemasLine()
    {
        using var archive = new TemporaryArchive().Write("2015/lift.md", "---\ntitle: Lift\n---\n").Write(
            "2016/hidden.md", "---\ntitle: H\npublished: false\n---\n");
        using var schemas = new TemporaryArchive().Write(
            "s.yml", "best_bets:\n  - queries: [rent]\n    proposals: [2015/lift, lift, 2015/lift.md, 2016/hidden, nothing]\n");
        var schema = Path.Combine(schemas.Path, "s.yml");
        var (report, index) = archive.Run(schema);

        Assert.Equal("2015/lift", index.Committed!.BestBets[0].Proposals[0]);
        Assert.All(report.Warnings, warning => Assert.Equal((schema, 3), (warning.Path, warning.Line)));
        Assert.Equal(
            [
                "'lift', which the index does not have. Did you mean '2015/lift'?",
                "'2015/lift.md', which the index does not have. Did you mean '2015/lift'?",
                "'2016/hidden', which the index does not have. Write its id as the address of its page has it, or take it out.",
                "'nothing', which the index does not have. Write its id as the address of its page has it, or take it out.",
            ],
            report.Warnings.Select(warning => $"{warning.Cause} {warning.Remedy}"["The best bet for 'rent' names the proposal ".Length..]));
    }

    [Fact]
    public void Run_TheSameIdTwice_KeepsTheFirstAndReportsTheSecond()
    {
        using var archive = new TemporaryArchive().Write("a.csv", "title,need\nfirst,x\n").Write("a/1.md", "---\ntitle: second\n---\n");
        var (report, index) = archive.Run();

        Assert.Equal("first", Assert.Single(index.Added).Title);
        var fault = Assert.Single(report.Failed);
        Assert.Equal("a/1.md", fault.Path);
        Assert.Contains("a.csv", fault.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_IdsByAKeyOfTheSchema_ReplacePaths()
    {
        using var archive = new TemporaryArchive()
            .Write("x/a.md", "---\ntitle: A\ncode: P 7\n---\n")
            .Write("x/b.md", "---\ntitle: B\n---\n");
        using var schemas = new TemporaryArchive().Write("s.yml", "id:\n  keys: code\n");
        var (_, index) = archive.Run(Path.Combine(schemas.Path, "s.yml"));

        Assert.Equal(["P-7", "x/b"], index.Added.Select(static proposal => proposal.Id));
    }

    [Fact]
    public void Run_Metadata_ListsFacetsAndQuestionsThatOccur()
    {
        using var archive = new TemporaryArchive().Write(
            "2015/a.md", "---\ntitle: A\ncategory: learn\nproject_measure: So.\nWhat is the need you’re responding to?: Much.\n---\n");
        var metadata = archive.Run().Index.Committed!;

        Assert.Equal(["year", "category", "answered"], metadata.Facets.Select(static facet => facet.Field));
        Assert.Equal(["need", "evaluation"], metadata.Questions.Select(static question => question.Id));
        Assert.Equal(64, metadata.Fingerprint.Length);
    }

    [Fact]
    public void Fingerprint_IsThatOfTheRun_AndChangesWithEveryByteThatMatters()
    {
        using var archive = new TemporaryArchive().Write("a.md", "---\ntitle: A\n---\n").Write("bad.yml", "a: b: c");
        using var schemas = new TemporaryArchive().Write("s.yml", "noise: x\n");
        var schema = Path.Combine(schemas.Path, "s.yml");
        var seen = new HashSet<string> { archive.Run().Index.Committed!.Fingerprint };

        Assert.False(seen.Add(Fingerprint(archive)));
        Assert.True(seen.Add(Fingerprint(archive, schema)));
        Assert.True(seen.Add(Fingerprint(archive.Write("a.md", "---\ntitle: B\n---\n"))));
        Assert.True(seen.Add(Fingerprint(archive.Write("bad.yml", "a: b: d"))));
        Assert.True(seen.Add(Fingerprint(archive.Write("c.md", ""))));
        File.Move(Path.Combine(archive.Path, "c.md"), Path.Combine(archive.Path, "d.md"));
        Assert.True(seen.Add(Fingerprint(archive)));
        archive.Write(".hidden.md", "x");
        Assert.False(seen.Add(Fingerprint(archive)));
        schemas.Write("s.yml", "noise: y\n");
        Assert.True(seen.Add(Fingerprint(archive, schema)));
    }

    [Fact]
    public void Run_Again_HandsOverTheSame()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 60; file++)
        {
            archive.Write(
                $"{file}.md", $"---\ntitle: T{file}\nkind: k{file % 3}\nnote: Some words for number {file}.\n---\n# Head\n\nbody {file}\n");
        }

        Assert.Equal(Show(archive.Run().Index), Show(archive.Run().Index));
    }

    [Fact]
    public void Run_WithLittleMemory_HandsOverTheSame()
    {
        using var archive = new TemporaryArchive().Write("many.csv", "title,kind\nA,k1\nB,k2\n");
        for (var file = 0; file < 60; file++)
        {
            archive.Write(
                $"{file}.md", $"---\ntitle: T{file}\nkind: k{file % 3}\nnote: Some words for number {file}.\n---\n# Head\n\nbody {file}\n");
        }

        var sparing = new RecordingBackend();
        BlockingCalls.RunPipeline(
            new IndexingOptions(archive.Path, "unused", null) { MostRetainedBytes = 300 }, sparing.Backend, TimeProvider.System);

        Assert.Equal(62, sparing.Added.Count);
        Assert.Equal(Show(archive.Run().Index), Show(sparing));
    }

    [Theory]
    [InlineData("x.png", "")]
    [InlineData("x.md", " ")]
    [InlineData("x.md", "---\nno end")]
    public void Run_NothingToIndex_SaysWhyAndPublishesNothing(string path, string text)
    {
        using var archive = new TemporaryArchive().Write(path, text);
        var backend = new RecordingBackend();

        var failure = Assert.Throws<SourceUnavailableException>(() => Run(archive.Path, backend.Backend));

        Assert.Contains(archive.Path, failure.Message, StringComparison.Ordinal);
        Assert.Null(backend.Committed);
    }

    [Fact]
    public void Run_OnlyUnpublishedProposals_IsAnEmptyIndex()
    {
        using var archive = new TemporaryArchive().Write("a.md", "---\npublished: false\n---\n");
        var (report, index) = archive.Run();

        Assert.Equal((0, 1), (report.Indexed, report.Unpublished));
        Assert.NotNull(index.Committed);
    }

    [Fact]
    public void Run_Cancelled_PublishesNothing()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 400; file++)
        {
            archive.Write($"{file}.md", "---\ntitle: T\n---\n");
        }

        using var stop = new CancellationTokenSource();
        var backend = new RecordingBackend();
        var progress = new Progress(value => { if (value.Done > 100) { stop.Cancel(); } });

        Assert.ThrowsAny<OperationCanceledException>(() => Run(archive.Path, backend.Backend, progress, stop.Token));
        Assert.Null(backend.Committed);
        Assert.True(backend.Disposed);
    }

    [Fact]
    public void Run_Progress_EndsWithAllFilesAndIsToldSeldom()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 500; file++)
        {
            archive.Write($"{file}.md", "---\ntitle: T\n---\n");
        }

        var told = new List<int>();
        var progress = new Progress(value => { lock (told) { told.Add(value.Done); } });
        Run(archive.Path, new RecordingBackend().Backend, progress);

        Assert.Equal(500, told.Max());
        Assert.InRange(told.Count, 5, 260);
    }

    [Fact]
    public void Progress_WhileCopiesAreMade_SaysHowManyAreLeft()
    {
        using var archive = new TemporaryArchive();
        archive.Write("a.md", "---\ntitle: T\n---\n");
        var told = new List<IndexingProgress>();

        Run(archive.Path, new RecordingBackend { CopiesLeft = 3 }.Backend, new Progress(value => { lock (told) { told.Add(value); } }));

        Assert.Equal((1, 1, "Waiting for copies on other nodes: 3 left"), (told[^1].Done, told[^1].Of, told[^1].Wait));
        Assert.Null(told[0].Wait);
    }

    private static string Fingerprint(TemporaryArchive archive, string? schema = null)
        => IndexingPipeline.Fingerprint(new IndexingOptions(archive.Path, "unused", schema));

    private static IndexingReport Run(
        string source, SearchBackend backend, IProgress<IndexingProgress>? progress = null, CancellationToken stop = default)
        => BlockingCalls.RunPipeline(new IndexingOptions(source, "unused", null), backend, TimeProvider.System, progress, stop);

    private static string Show(RecordingBackend index)
        => System.Text.Json.JsonSerializer.Serialize((index.Added, index.Committed), Options);

    private static readonly System.Text.Json.JsonSerializerOptions Options = new() { IncludeFields = true };

    private sealed class Progress(Action<IndexingProgress> told) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value) => told(value);
    }
}
