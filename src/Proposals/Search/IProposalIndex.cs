namespace ProposalSearch.Proposals.Search;

/// <summary>
/// An opened index: one immutable snapshot that any number of threads may search. A later commit does not disturb it.
/// </summary>
public interface IProposalIndex : IDisposable
{
    /// <summary>What this index is, and what it was made of.</summary>
    IndexIdentity Identity { get; }

    /// <summary>What the schema said when the index was built: facets, questions.</summary>
    IndexMetadata Metadata { get; }

    /// <summary>Answers a query. The text of a query never makes an error.</summary>
    /// <exception cref="SearchRequestException">A part of the request other than its text cannot be carried out; all faults are named at once.</exception>
    /// <exception cref="SearchTimeExceededException">The search took longer than <see cref="SearchRequest.TimeBudget"/>.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled; it ends within 20 ms.</exception>
    ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellation = default);

    /// <summary>The proposal with this id, or <see langword="null"/>.</summary>
    ValueTask<Proposal?> FindAsync(string id, CancellationToken cancellation = default);

    /// <summary>
    /// All matches of a request in its order, without snippets and without regard to page, cursor and window. The time budget is for
    /// finding them, not for
    /// handing them out, which goes at the pace of whoever takes them.
    /// </summary>
    IAsyncEnumerable<Hit> StreamAsync(SearchRequest request, CancellationToken cancellation = default);

    /// <summary>
    /// Completes what somebody is typing: titles, organizations and frequent phrases that have the typed words side by side, beginning
    /// at any word, a few letters wrong at most. The fewest wrong letters first, phrases and names in turn, the most frequent of each first. The
    /// text never makes an error.
    /// </summary>
    /// <exception cref="SearchRequestException">The limit is out of its bounds.</exception>
    /// <exception cref="SearchTimeExceededException">It took longer than <see cref="SuggestRequest.TimeBudget"/>.</exception>
    ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestRequest request, CancellationToken cancellation = default);

    /// <summary>Sizes and counts of the index.</summary>
    IndexStatistics Statistics();

    /// <summary>
    /// Looks, by size and time, whether the files that it was opened from were cut, written to, removed or replaced since: a sentence
    /// that names the first, or <see langword="null"/> where there is none. Cheap enough for every second.
    /// </summary>
    string? FindChange() => null;
}

/// <summary>Which index answered.</summary>
/// <param name="Build">A digest of the index's content: the same sources and schema give the same build.</param>
/// <param name="BuiltAt">When it was published.</param>
/// <param name="Documents">Proposals in it.</param>
/// <param name="Backend">The backend's name, such as <c>embedded</c>.</param>
public sealed record IndexIdentity(string Build, DateTimeOffset BuiltAt, long Documents, string Backend);

/// <summary>Counts and sizes of an index, for people who run it.</summary>
/// <param name="Documents">Proposals.</param>
/// <param name="Segments">Immutable parts of the index.</param>
/// <param name="Terms">Distinct terms, stemmed and exact ones together.</param>
/// <param name="Tokens">Words of all proposals.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Files">Each file with its size in bytes.</param>
public sealed record IndexStatistics(long Documents, int Segments, long Terms, long Tokens, long Bytes, IReadOnlyList<IndexFile> Files);

/// <summary>A file of an index.</summary>
/// <param name="Name">Relative to the index folder.</param>
/// <param name="Bytes">Its size.</param>
public sealed record IndexFile(string Name, long Bytes);

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
