using System.Collections.Concurrent;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Answering;

/// <summary>
/// What is shown of proposals whatever was searched for, kept once it was read: the best hits of most queries are few. When there are too
/// many, all are forgotten. One for each opened index. Thread-safe.
/// </summary>
internal sealed class KnownHits
{
    /// <summary>Proposals kept: some two megabytes.</summary>
    public const int Most = 1_000;

    /// <summary>One with a longer summary is not kept, in UTF-16 units.</summary>
    private const int LongestSummary = 2_000;

    private readonly ConcurrentDictionary<int, Hit> _known = new();

    /// <summary>The hit of a document, without what a search says of it.</summary>
    /// <param name="number">The number of the document in the index.</param>
    /// <param name="document">The document.</param>
    /// <param name="score">Its score.</param>
    public Hit Of(int number, IStoredDocument document, double score)
    {
        if (_known.TryGetValue(number, out var known))
        {
            return known with { Score = score };
        }

        var read = StoredHit.Read(document, score);
        if (read.Summary is not { Length: > LongestSummary })
        {
            if (_known.Count >= Most)
            {
                _known.Clear();
            }

            _known[number] = read;
        }

        return read;
    }
}
