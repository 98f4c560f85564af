namespace ProposalSearch.SearchHost.Settings;

/// <summary>
/// The host cannot start. The message is for the person at the terminal: what is wrong and what to do, a line for each fault.
/// </summary>
internal sealed class StartFailedException : Exception
{
    /// <summary>A start that failed for this reason.</summary>
    public StartFailedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>A start that failed for these reasons, of which there is at least one.</summary>
    public StartFailedException(IReadOnlyList<string> faults)
        : base(faults is [var only] ? only : Listed(faults))
    {
    }

    private static string Listed(IReadOnlyList<string> faults)
        => FormattableString.Invariant($"The host cannot start, for {faults.Count} reasons:")
            + string.Concat(faults.Select(fault => "\n  " + fault));
}
