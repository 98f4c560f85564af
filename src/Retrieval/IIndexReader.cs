using ProposalSearch.Analysis.Forms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Retrieval;

/// <summary>
/// An opened index: one snapshot, which any number of threads may ask. A later publication does not disturb it. Every method throws
/// <see cref="IndexUnavailableException"/> where the index cannot be read any more.
/// </summary>
public interface IIndexReader : IDisposable
{
    /// <summary>Which index this is.</summary>
    IndexIdentity Identity { get; }

    /// <summary>
    /// How its words became terms, so that the words of a query become the same. An engine that says nothing of it did as for English.
    /// </summary>
    AnalysisOptions Analysis => AnalysisOptions.Default;

    /// <summary>Begins what is asked for one request.</summary>
    ISearchRun Begin(TimeLimit limit);

    /// <summary>The bytes that the index was published with under a name; <see langword="null"/> where there are none.</summary>
    ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default);

    /// <summary>The documents with these ids, in their order; <see langword="null"/> for an id that the index does not have.</summary>
    ValueTask<IReadOnlyList<IStoredDocument?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default);

    /// <summary>All documents that a search found, one after the other, in its order, at the pace of whoever takes them.</summary>
    IAsyncEnumerable<IStoredDocument> ReadAsync(SearchResult found, CancellationToken cancellation = default);

    /// <summary>Sizes and counts of the index.</summary>
    ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Opens what was published at the same location since, in the way in which this one was opened, and shares with it what is the same,
    /// so that it costs as much as was changed. This one goes on, and may be disposed before the other or after it.
    /// </summary>
    /// <returns><see langword="null"/> where that cannot be done, and the index has to be opened as if for the first time.</returns>
    /// <exception cref="IndexUnavailableException">It cannot be read or is damaged; the message says what to do.</exception>
    ValueTask<IIndexReader?> ReopenAsync(CancellationToken cancellation = default) => new((IIndexReader?)null);

    /// <summary>
    /// Looks whether what it was opened from was changed since, such as a file that was cut, written to, removed or replaced, by size and
    /// time: a sentence that names the first, or <see langword="null"/> where there is none. Cheap enough for every second.
    /// </summary>
    string? FindChange();

    /// <summary>
    /// Asks whether searches can be answered: a sentence that says why not, or <see langword="null"/> where they can. An index that is read
    /// from this machine always can.
    /// </summary>
    ValueTask<string?> FindObstacleAsync(CancellationToken cancellation = default) => new((string?)null);

    /// <summary>
    /// Looks for damage where bytes of this index turned out not to be what was written: a sentence that names what is damaged and what to
    /// do, or <see langword="null"/> where the engine finds none.
    /// </summary>
    string? FindDamage();
}
