using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// Which segments of an updated index are merged. There are never more than eight: while there are, the two neighbours with the
/// fewest documents become one, so that small ones are merged often and large ones seldom. A segment of which half is deleted is
/// written anew without them; one of which nothing is left is dropped.
/// </summary>
internal static class MergePolicy
{
    /// <summary>Segments that an index has at most after a commit.</summary>
    public const int MaximumSegments = 8;

    /// <summary>The segments in order, those to be merged together in one list.</summary>
    public static List<List<SegmentInfo>> Plan(IEnumerable<SegmentInfo> segments)
    {
        var groups = segments.Where(segment => segment.Deleted < segment.Documents).Select(segment => new List<SegmentInfo> { segment }).ToList();
        while (groups.Count > MaximumSegments)
        {
            int at = SmallestPair(groups);
            groups[at].AddRange(groups[at + 1]);
            groups.RemoveAt(at + 1);
        }

        return groups;
    }

    /// <summary>Whether a group is written anew.</summary>
    public static bool NeedsMerge(List<SegmentInfo> group) => group.Count > 1 || group[0].Deleted * 2L >= group[0].Documents;

    private static int SmallestPair(List<List<SegmentInfo>> groups)
    {
        int best = 0;
        long least = long.MaxValue;
        for (int i = 0; i + 1 < groups.Count; i++)
        {
            long size = Size(groups[i]) + Size(groups[i + 1]);
            if (size < least)
            {
                (best, least) = (i, size);
            }
        }

        return best;
    }

    private static long Size(List<SegmentInfo> group) => group.Sum(segment => (long)segment.Documents - segment.Deleted);
}
