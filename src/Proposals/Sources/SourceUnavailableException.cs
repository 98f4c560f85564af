namespace ProposalSearch.Proposals.Sources;

/// <summary>There is nothing to index. The message says what was looked for and what to do.</summary>
public sealed class SourceUnavailableException : Exception
{
    /// <summary>Nothing to index, for this reason.</summary>
    public SourceUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
