namespace ProposalSearch.SearchHost.Problems;

/// <summary>Shows problems to people, as a page.</summary>
internal interface IProblemPage
{
    /// <summary>Sends the page, with the status that the answer has so far.</summary>
    Task WriteAsync(HttpContext context, Problem problem);
}
