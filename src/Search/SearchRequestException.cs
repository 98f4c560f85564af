namespace ProposalSearch.Search;

/// <summary>Faults of a request, all of them at once.</summary>
public sealed class SearchRequestException : Exception
{
    /// <summary>A request with these faults.</summary>
    public SearchRequestException(IReadOnlyList<RequestFault> faults)
        : base(string.Join(" ", faults.Select(fault => fault.Message))) => Faults = faults;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<RequestFault> Faults { get; }
}

/// <summary>A fault of a request.</summary>
/// <param name="Code">Stable, for programs: <c>unknown_facet</c>, <c>window_exceeded</c>, <c>invalid_cursor</c>, ...</param>
/// <param name="Parameter">The part of the request that is at fault.</param>
/// <param name="Message">What is wrong and what to do, in a sentence.</param>
public sealed record RequestFault(string Code, string Parameter, string Message);
