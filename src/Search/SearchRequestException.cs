namespace ProposalSearch.Search;

/// <summary>Faults of a request, all of them at once; of a great many the first.</summary>
public sealed class SearchRequestException : Exception
{
    /// <summary>A request with these faults.</summary>
    public SearchRequestException(FaultList faults)
        : base(faults.Sentences) => All = faults;

    /// <summary>A request with these faults.</summary>
    public SearchRequestException(IReadOnlyList<RequestFault> faults)
        : this(new FaultList(faults))
    {
    }

    /// <summary>What is wrong: all of it, counted.</summary>
    public FaultList All { get; }

    /// <summary>What is wrong: the first faults, at most <see cref="FaultList.MostTold"/>.</summary>
    public IReadOnlyList<RequestFault> Faults => All.Told;
}

/// <summary>A fault of a request.</summary>
/// <param name="Code">Stable, for programs: <c>unknown_facet</c>, <c>window_exceeded</c>, <c>invalid_cursor</c>, ...</param>
/// <param name="Parameter">The part of the request that is at fault.</param>
/// <param name="Message">What is wrong and what to do, in a sentence.</param>
public sealed record RequestFault(string Code, string Parameter, string Message);
