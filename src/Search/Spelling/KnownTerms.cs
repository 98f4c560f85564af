using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Spelling;

/// <summary>
/// How many documents of an opened index have which terms, and which terms are near to which, as far as that was asked for: people type
/// the same words again and again. When there are too many, all are forgotten. Thread-safe.
/// </summary>
internal sealed class KnownTerms
{
    /// <summary>Counts kept.</summary>
    public const int MostCounts = 20_000;

    /// <summary>Terms kept with those near to them, which may be some hundreds.</summary>
    public const int MostNear = 500;

    /// <summary>A longer term is not kept, in UTF-16 units.</summary>
    private const int LongestTerm = 40;

    private readonly ConcurrentDictionary<(TermForm Form, string Term), long> _counts = new();
    private readonly ConcurrentDictionary<(string Term, int Edits), IReadOnlyList<NearTerm>> _near = new();

    /// <summary>How many documents have a term, where that is known.</summary>
    public bool TryCount(TermForm form, string term, out long count) => _counts.TryGetValue((form, term), out count);

    /// <summary>Keeps how many documents have a term.</summary>
    public void Keep(TermForm form, string term, long count)
    {
        if (term.Length <= LongestTerm)
        {
            MakeRoom(_counts, MostCounts);
            _counts[(form, term)] = count;
        }
    }

    /// <summary>The terms within so many edits of a term, where they are known.</summary>
    public bool TryNear(string term, int edits, [NotNullWhen(true)] out IReadOnlyList<NearTerm>? near) =>
        _near.TryGetValue((term, edits), out near);

    /// <summary>Keeps the terms within so many edits of a term.</summary>
    public void Keep(string term, int edits, IReadOnlyList<NearTerm> near)
    {
        if (term.Length <= LongestTerm)
        {
            MakeRoom(_near, MostNear);
            _near[(term, edits)] = near;
        }
    }

    private static void MakeRoom<TKey, TValue>(ConcurrentDictionary<TKey, TValue> kept, int most)
        where TKey : notnull
    {
        if (kept.Count >= most)
        {
            kept.Clear();
        }
    }
}
