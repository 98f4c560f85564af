using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// What all that is asked for one request has in common: how long it may take together, and the terms that shapes of terms stand for, which
/// are looked up once however
/// often the same part of a query is asked about. One for each request; not thread-safe.
/// </summary>
/// <param name="limit">How long it may take.</param>
public sealed class SearchRun(TimeLimit limit)
{
    private readonly Dictionary<Query, object> _expansions = new(ReferenceEqualityComparer.Instance);

    /// <summary>A request that may take as long as it needs.</summary>
    public SearchRun()
        : this(TimeLimit.None)
    {
    }

    /// <summary>How long it may take.</summary>
    public TimeLimit Limit { get; } = limit;

    /// <summary>The terms of this very part of a query on the snapshot that the request is put to.</summary>
    internal T Terms<T>(Query part, Func<T> lookUp)
        where T : class
    {
        if (_expansions.TryGetValue(part, out object? known))
        {
            return (T)known;
        }

        var terms = lookUp();
        _expansions.Add(part, terms);
        return terms;
    }
}
