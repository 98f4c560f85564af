using System.Globalization;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Says whether an index is whole.</summary>
internal sealed class VerifyCommand(SearchBackend backend, Screen screen)
{
    /// <summary>Reads everything, reports, and tells the exit code: 2 where something is damaged.</summary>
    public async Task<int> RunAsync(string location, CancellationToken stop)
    {
        var verification = await backend.VerifyAsync(location, stop).ConfigureAwait(false);
        foreach (string fault in verification.Faults)
        {
            screen.Error.WriteLine(fault);
        }

        if (verification.Faults.Count > 0)
        {
            screen.Error.WriteLine("The index is derived from its proposals: run the indexer again to build it anew.");
            return ExitCode.NothingDone;
        }

        screen.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"All {verification.Files:N0} files of {location} are whole."));
        return ExitCode.Done;
    }
}
