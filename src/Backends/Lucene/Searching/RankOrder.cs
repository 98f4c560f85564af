namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// Which document ranks before another where scores are equal. In an index that was made at one go that is the order of their numbers; in
/// one that was changed it is found from their places. Ranks count documents that are not deleted, so that they do not tell how the
/// index came about.
/// </summary>
internal sealed class RankOrder
{
    private readonly int[]? _ranks;
    private readonly int[]? _documents;

    /// <summary>The order of the documents of all segments.</summary>
    public RankOrder(IReadOnlyList<Segment> segments)
    {
        if (IsByNumber(segments))
        {
            return;
        }

        int all = segments.Sum(segment => segment.DocumentCount), live = 0;
        var (places, documents) = (new long[all], new int[all]);
        foreach (var segment in segments)
        {
            for (int document = 0; document < segment.DocumentCount; document++)
            {
                if (segment.Live?.Get(document) != false)
                {
                    (places[live], documents[live]) = (segment.Places[document], segment.FirstDocument + document);
                    live++;
                }
            }
        }

        Array.Sort(places, documents, 0, live);
        (_documents, _ranks) = (documents[..live], new int[all]);
        for (int rank = 0; rank < live; rank++)
        {
            _ranks[documents[rank]] = rank;
        }
    }

    /// <summary>Whether documents are numbered in their order.</summary>
    public bool IsNumbering => _ranks is null;

    /// <summary>The rank of a document that is not deleted.</summary>
    public int RankOf(int document) => _ranks is null ? document : _ranks[document];

    /// <summary>The document of a rank.</summary>
    public int DocumentAt(int rank) => _documents is null ? rank : _documents[rank];

    private static bool IsByNumber(IReadOnlyList<Segment> segments)
    {
        long last = long.MinValue;
        foreach (var segment in segments.Where(segment => segment.DocumentCount > 0))
        {
            if (segment.Live is not null || !segment.IsInOrder || segment.Places[0] <= last)
            {
                return false;
            }

            last = segment.Places[^1];
        }

        return true;
    }
}
