namespace ProposalSearch.Proposals.Sources;

/// <summary>A fault of a source.</summary>
/// <param name="Path">The file, relative to the source folder.</param>
/// <param name="Line">The line, from 1, or <see langword="null"/>.</param>
/// <param name="Cause">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
public sealed record SourceFault(string Path, int? Line, string Cause, string Remedy)
{
    /// <summary>
    /// Whether something was left out that is in no proposal, such as a file of another kind. Other warnings lost nothing.
    /// </summary>
    public bool LeavesOut { get; init; }
}
