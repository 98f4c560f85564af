using ProposalSearch.Search;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Tests.Snapshots;

/// <summary>Opening and renewing for tests that have nothing else to do while they wait.</summary>
internal static class Blocking
{
    public static ProposalIndex Open(this IndexPreparation preparation, CancellationToken cancellation, Action<Exception>? stale = null) =>
        preparation.OpenAsync(cancellation, stale).GetAwaiter().GetResult();

    public static void Renew(this IndexRenewal renewal, CancellationToken stopping)
        => renewal.RenewAsync(stopping).GetAwaiter().GetResult();

    public static void RenewIfNeeded(this IndexRenewal renewal, CancellationToken stopping)
        => renewal.RenewIfNeededAsync(stopping).GetAwaiter().GetResult();
}
