using ProposalSearch.Proposals.Mapping;

namespace ProposalSearch.Indexing;

/// <summary>Counts proposals that are not served, and those of which somebody should decide, by the key and value that say so.</summary>
internal sealed class PublicationTally
{
    private readonly Dictionary<PublicationStatement, int> _unpublished = [];
    private readonly Dictionary<PublicationStatement, int> _perhaps = [];

    /// <summary>How many are not served.</summary>
    public int Unpublished { get; private set; }

    /// <summary>By which keys and values, those of most first.</summary>
    public IReadOnlyList<KeyValueCount> UnpublishedBy => Ordered(_unpublished);

    /// <summary>The keys and values of those that are served though another archive would mean that they are not.</summary>
    public IReadOnlyList<KeyValueCount> PerhapsUnpublished => Ordered(_perhaps);

    /// <summary>Counts a proposal.</summary>
    /// <param name="fate">What became of it.</param>
    /// <param name="says">Which of its keys has to do with that, if any.</param>
    public void Add(RecordFate? fate, PublicationStatement? says)
    {
        Unpublished += fate == RecordFate.Unpublished ? 1 : 0;
        if (says is null || fate is not (RecordFate.Unpublished or RecordFate.Indexed))
        {
            return;
        }

        var counts = fate == RecordFate.Unpublished ? _unpublished : _perhaps;
        counts[says] = counts.GetValueOrDefault(says) + 1;
    }

    private static List<KeyValueCount> Ordered(Dictionary<PublicationStatement, int> counts) =>
    [
        .. counts.Select(static pair => new KeyValueCount(pair.Key.Key, pair.Key.Value, pair.Value))
            .OrderByDescending(static count => count.Proposals)
            .ThenBy(static count => count.Key, StringComparer.Ordinal)
            .ThenBy(static count => count.Value, StringComparer.Ordinal),
    ];
}
