using ProposalSearch.Indexing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A proposal that the backend refused ended the whole run.</summary>
public sealed class Bug006AProposalThatTheIndexCannotHold
{
    [Fact]
    public void Run_AProposalThatIsRefused_IsReportedAndCostsNothingButItself()
    {
        using var archive = new TemporaryArchive()
            .Write("a.md", "---\ntitle: A\n---\n")
            .Write("b.md", "---\ntitle: B\n---\n")
            .Write("c.md", "---\ntitle: C\n---\n");
        var backend = new RecordingBackend { Refused = "b" };
        var report = BlockingCalls.RunPipeline(new IndexingOptions(archive.Path, "unused", null), backend.Backend, TimeProvider.System);

        Assert.Equal(["a", "c"], backend.Added.Select(static proposal => proposal.Id));
        Assert.NotNull(backend.Committed);
        Assert.Equal(2, report.Indexed);
        var fault = Assert.Single(report.Failed);
        Assert.Equal(("b.md", "It is too long."), (fault.Path, fault.Cause));
        Assert.Contains("--exclude", fault.Remedy, StringComparison.Ordinal);
    }
}
