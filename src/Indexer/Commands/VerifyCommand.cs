using System.Globalization;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Says whether an index is whole.</summary>
internal sealed class VerifyCommand(ISearchBackend backend, Screen screen)
{
    /// <summary>Reads everything, reports, and tells the exit code: 2 where something is damaged.</summary>
    public int Run(string folder)
    {
        var verification = backend.Verify(folder);
        foreach (string fault in verification.Faults)
        {
            screen.Error.WriteLine(fault);
        }

        if (verification.Faults.Count > 0)
        {
            screen.Error.WriteLine("The index is derived from its proposals: run the indexer again to build it anew.");
            return ExitCode.NothingDone;
        }

        screen.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"All {verification.Files:N0} files of {folder} are whole."));
        return ExitCode.Done;
    }
}
