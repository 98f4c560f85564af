using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Indexer.Inspection;

/// <summary>Compares an index with its checksums.</summary>
internal sealed class VerifyAction(ISearchBackend backend, Terminal terminal)
{
    /// <summary>Does it, and returns the exit code.</summary>
    public int Run(string folder)
    {
        var verification = backend.Verify(folder);
        foreach (var fault in verification.Faults)
        {
            terminal.Out.WriteLine(Terminal.Plain(fault));
        }

        terminal.Out.WriteLine(verification.Faults.Count == 0
            ? $"{Terminal.Number(verification.Files)} files, all as they were written."
            : $"{Terminal.Number(verification.Files)} files, {Terminal.Number(verification.Faults.Count)} faults. Build the index again: it holds nothing that its sources do not.");
        return verification.Faults.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
