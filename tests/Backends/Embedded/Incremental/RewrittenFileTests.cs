using ProposalSearch.Indexing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Incremental;

/// <summary>A file that the index knows, and that is empty just when a run looks, because a program rewrites it in place.</summary>
public sealed class RewrittenFileTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _root = Directory.CreateTempSubdirectory("rewritten-").FullName;

    private string Source => Path.Combine(_root, "source");

    public RewrittenFileTests() => Directory.CreateDirectory(Source);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Run_AFileThatHadContent_IsWaitedForThoughItsTimeIsLongAgo()
    {
        Write("a.md", "---\ntitle: A\n---\nold words\n");
        Write("b.md", "---\ntitle: B\n---\n");
        Run(TimeProvider.System);
        Write("a.md", "");
        File.SetLastWriteTimeUtc(Path.Combine(Source, "a.md"), LongAgo);

        var report = Run(new Meanwhile(() => Write("a.md", "---\ntitle: A\n---\nnew words\n")));

        Assert.Equal((2, 1), (report.Indexed, report.Read));
        using var index = BlockingCalls.EmbeddedBackend().Open(Path.Combine(_root, "index"));
        Assert.Equal("new words", (await index.FindAsync("a"))!.Answers[0].Text);
    }

    [Fact]
    public void Run_AFileThatGetsTheContentThatItHad_ChangesNothing()
    {
        const string Text = "---\ntitle: A\n---\nwords\n";
        Write("a.md", Text);
        Run(TimeProvider.System);
        Write("a.md", "");

        Assert.True(Run(new Meanwhile(() => Write("a.md", Text))).IsUnchanged);
    }

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(Source, path), text);

    private IndexingReport Run(TimeProvider time)
        => BlockingCalls.RunPipeline(
            new IndexingOptions(Source, Path.Combine(_root, "index"), null), BlockingCalls.EmbeddedBackend(), time);
}
