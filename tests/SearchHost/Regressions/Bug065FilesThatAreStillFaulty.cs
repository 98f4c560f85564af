using ProposalSearch.Proposals.Sources;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.SearchHost.Tests.Snapshots;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>Whenever any file changed, the log named all unreadable files again, a hundred lines for each change.</summary>
public sealed class Bug065FilesThatAreStillFaulty
{
    private static readonly SourceFault Still = new("2015/a.md", 7, "The YAML ends within quotes.", "Close the quotes.");
    private static readonly SourceFault New = new("2015/b.md", 1, "The YAML ends within quotes.", "Close the quotes.");

    [Fact]
    public void Build_FilesThatAreAsFaultyAsTheyWere_AreNotNamedAgain()
    {
        var (backend, log) = (BlockingCalls.EmbeddedBackend(), new RecordingLogger<IndexPreparation>());
        using var index = new TemporaryFolder();
        var run = new SampleRun(backend, index.Path) { Failed = [Still] };
        var preparation = new IndexPreparation(new Folders("/source", index.Path, null), backend, run, log);
        preparation.Open(default).Dispose();
        Assert.Single(Named());

        run.Today = "tomorrow";
        run.Failed = [Still, New];
        preparation.Open(default).Dispose();

        Assert.Equal(["2015/a.md", "2015/b.md"], Named());

        IEnumerable<string> Named()
            => log.Lines.Select(line => line.Split("Not indexed: "))
                .Where(parts => parts.Length > 1)
                .Select(parts => parts[1].Split(',')[0]);
    }
}
