using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>An opened index with what requests look up in it. Immutable: a request reads one snapshot from beginning to end.</summary>
internal sealed class IndexSnapshot
{
    private int _holders = 1;
    private int _suspected;
    private IReadOnlyDictionary<int, long>? _yearCounts;
    private IReadOnlyList<string>? _examples;

    /// <summary>A snapshot of this index.</summary>
    public IndexSnapshot(ProposalIndex index)
    {
        Index = index;
        Identity = index.Identity;
        Language = index.Language;
        Facets = index.Metadata.Facets.ToDictionary(facet => facet.Field, StringComparer.Ordinal);
    }

    /// <summary>The index.</summary>
    public ProposalIndex Index { get; }

    /// <summary>Which index it is.</summary>
    public IndexIdentity Identity { get; }

    /// <summary>The language of its texts.</summary>
    public ILanguage Language { get; }

    /// <summary>The schema's facets by field.</summary>
    public IReadOnlyDictionary<string, FacetDefinition> Facets { get; }

    /// <summary>How many proposals there are of each year: counted when somebody asks for the first time, then known.</summary>
    internal async ValueTask<IReadOnlyDictionary<int, long>> YearCountsAsync(
        Func<IndexSnapshot, CancellationToken, ValueTask<IReadOnlyDictionary<int, long>>> count, CancellationToken cancellation) =>
        _yearCounts ??= await count(this, cancellation).ConfigureAwait(false);

    /// <summary>Searches to try: looked for when somebody asks for the first time, then known.</summary>
    internal async ValueTask<IReadOnlyList<string>> ExamplesAsync(
        Func<IndexSnapshot, CancellationToken, ValueTask<IReadOnlyList<string>>> find, CancellationToken cancellation) =>
        _examples ??= await find(this, cancellation).ConfigureAwait(false);

    /// <summary>A request met damage: true for the first one of this snapshot.</summary>
    internal bool IsSuspectedFirst() => Interlocked.Exchange(ref _suspected, 1) == 0;

    /// <summary>Keeps it open for one more user; false where it is closed.</summary>
    internal bool TryRetain()
    {
        for (var holders = Volatile.Read(ref _holders); holders > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>Lets go of it. The last to do so closes the index.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            Index.Dispose();
        }
    }
}
