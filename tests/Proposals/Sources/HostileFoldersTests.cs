using System.Diagnostics;
using System.Text;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

/// <summary>What can lie in a folder beside files of text. Needs a Unix; elsewhere there are no such things.</summary>
public sealed class HostileFoldersTests : IDisposable
{
    private readonly TemporaryArchive _archive = new TemporaryArchive().Write("in/good.md", "---\ntitle: Good\n---\n");
    private readonly TemporaryArchive _outside = new TemporaryArchive()
        .Write("secret.md", "---\ntitle: Secret\n---\n")
        .Write("folder/x.md", "x");

    public void Dispose()
    {
        _archive.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public async Task Run_APipe_IsPassedOverAtOnce()
    {
        Shell("mkfifo in/pipe.md && ln -s pipe.md in/link.md && ln -s /dev/zero in/zero.yml");
        var run = Task.Run(() => _archive.Run());
        Assert.Same(run, await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(60))));
        var (report, index) = await run;

        Assert.Equal("Good", Assert.Single(index.Added).Title);
        Assert.Equal(["in/link.md", "in/pipe.md"], report.Warnings.Select(static fault => fault.Path));
        Assert.Equal("in/zero.yml", Assert.Single(report.Failed).Path);
    }

    [Fact]
    public void Run_LinksThatLeadOutside_AreNotFollowedAndNamed()
    {
        Link("in/file.md", Path.Combine(_outside.Path, "secret.md"));
        Link("in/folder", Path.Combine(_outside.Path, "folder"));
        Link("in/up", "../..");
        Link("in/hop", "folder");
        var (report, index) = _archive.Run();

        Assert.Equal("Good", Assert.Single(index.Added).Title);
        Assert.Equal(["in/file.md", "in/folder", "in/hop", "in/up"], report.Failed.Select(static fault => fault.Path));
        Assert.All(report.Failed, static fault => Assert.Contains("out of the source", fault.Cause, StringComparison.Ordinal));
    }

    [Fact]
    public void List_ASourceThatIsALinkItself_IsFollowed()
    {
        Link("alias", "in");
        Link("in/same.md", "good.md");
        var folder = SourceFolder.List(Path.Combine(_archive.Path, "alias"));

        Assert.Empty(folder.Faults);
        Assert.Equal(["good.md", "same.md"], folder.Files.Select(static file => file.RelativePath));
    }

    [Fact]
    public void Run_LinksThatLoopOrLeadNowhere_AreNamed()
    {
        Link("in/a.md", "b.md");
        Link("in/b.md", "a.md");
        Link("in/gone.md", "nothing.md");
        var (report, index) = _archive.Run();

        Assert.Single(index.Added);
        Assert.Equal(["in/a.md", "in/b.md", "in/gone.md"], report.Failed.Select(static fault => fault.Path));
    }

    [Fact]
    public void Run_NamesThatAreNoUtf8_AreNamedAndOddOnesAreRead()
    {
        Shell(
            "printf -- '---\\ntitle: Odd\\n---\\n' > \"in/$(printf 'two\\nlines.md')\"; printf x > \"in/$(printf 'caf\\351.md')\"; "
                + "mkdir \"in/$(printf 'd\\377')\"; printf x > \"in/$(printf 'd\\377')/a.md\"");
        var (report, index) = _archive.Run();

        Assert.Equal(["Good", "Odd"], index.Added.Select(static proposal => proposal.Title).Order(StringComparer.Ordinal));
        Assert.Equal(2, report.Failed.Count);
        Assert.All(report.Failed, static fault => Assert.Contains("not UTF-8", fault.Cause, StringComparison.Ordinal));
        Shell("rm -r in");
    }

    [Fact]
    public void RealPath_LinksOnTheWay_AreAllFollowed()
    {
        Link("one", "in");
        Link("two", Path.Combine(_archive.Path, "one", "..", "one"));

        Assert.Equal(RealPath.Of(Path.Combine(_archive.Path, "in", "good.md")), RealPath.Of(Path.Combine(_archive.Path, "two", "good.md")));
        Assert.False(RealPath.IsWithin("/a/bc", "/a/b"));
        Assert.True(RealPath.IsWithin("/a/b/c", "/a/b"));
        Assert.True(RealPath.IsWithin("/a", "/"));
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(Path.Combine(_archive.Path, path), target);

    private void Shell(string script)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = _archive.Path,
            StandardInputEncoding = Encoding.Latin1,
            RedirectStandardInput = true,
        };
        using var shell = Process.Start(start)!;
        shell.StandardInput.Write(script);
        shell.StandardInput.Close();
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
