using Microsoft.Extensions.Logging.Abstractions;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

/// <summary>When the index is renewed, when it is not, and what is said of it.</summary>
public sealed class RenewalTests : IDisposable
{
    private readonly TemporaryFolder _index = new();
    private readonly SearchBackend _backend = BlockingCalls.EmbeddedBackend();
    private readonly SnapshotHolder _holder = new();
    private readonly Upkeep _upkeep = new();
    private readonly RecordingLogger<IndexRenewal> _log = new();
    private readonly SampleRun _run;
    private readonly IndexRenewal _renewal;

    public RenewalTests()
    {
        _run = new SampleRun(_backend, _index.Path);
        var folders = new Folders("/source", _index.Path, null);
        var preparation = new IndexPreparation(folders, _backend, _run, NullLogger<IndexPreparation>.Instance);
        _renewal = new IndexRenewal(preparation, _holder, _upkeep, TimeProvider.System, _log);
        _holder.Publish(new IndexSnapshot(preparation.Open(default)));
    }

    public void Dispose()
    {
        _holder.Dispose();
        _index.Dispose();
    }

    [Fact]
    public void RenewIfNeeded_NothingAmiss_DoesNothing()
    {
        _renewal.RenewIfNeeded(default);

        Assert.Equal(1, _run.Runs);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void Suspect_ManyRequests_IsLoggedOnceAndLooksOnce()
    {
        for (var request = 0; request < 1000; request++)
        {
            _renewal.Suspect("/index/s1.terms: damaged.");
        }

        _renewal.RenewIfNeeded(default);
        _renewal.RenewIfNeeded(default);
        Assert.Equal(2, _run.Runs);
        Assert.Contains("/index/s1.terms: damaged.", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void RenewIfNeeded_FailedJustNow_RestsAndTheReasonIsLoggedOnce()
    {
        _run.Obstacle = new IndexUnavailableException(IndexUnavailableReason.Inaccessible, "The disk is full.");
        _renewal.Suspect("/index/s1.terms: damaged.");
        _renewal.RenewIfNeeded(default);
        _renewal.RenewIfNeeded(default);
        Assert.Equal(2, _run.Runs);
        Assert.Equal("The disk is full.", _upkeep.Failure?.Cause);

        _renewal.Renew(default);
        Assert.Single(_log.Lines, line => line.Contains("The disk is full.", StringComparison.Ordinal));
        _run.Obstacle = null;
        _renewal.Renew(default);
        Assert.Null(_upkeep.Failure);
        Assert.Equal("Information: The index is up to date again.", _log.Lines[^1]);
    }
}
