using ProposalSearch.Engine.Segments;

namespace ProposalSearch.Engine.Searching;

/// <summary>Which of a few documents match a plan: only the windows that they lie in are looked at.</summary>
internal static class DocumentMatches
{
    /// <summary>Answers for documents in any order, in that order.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="documents">Numbers among all documents of the index.</param>
    /// <param name="scratch">What to work with.</param>
    public static bool[] Of(IndexSnapshot snapshot, Plan plan, IReadOnlyList<int> documents, Scratch scratch)
    {
        var matches = new bool[documents.Count];
        int[] order = [.. Enumerable.Range(0, documents.Count).OrderBy(i => documents[i])];
        for (int from = 0, to; from < order.Length; from = to)
        {
            int index = snapshot.SegmentIndexOf(documents[order[from]]);
            var segment = snapshot.Segments[index];
            to = from + 1;
            while (to < order.Length && documents[order[to]] < segment.FirstDocument + segment.DocumentCount)
            {
                to++;
            }

            Find(segment, index, plan, documents, order.AsSpan(from, to - from), matches, scratch);
        }

        return matches;
    }

    private static void Find(Segment segment, int index, Plan plan, IReadOnlyList<int> documents, ReadOnlySpan<int> order, bool[] matches, Scratch scratch)
    {
        if (plan.Open(segment, index, scratch) is { } scorer)
        {
            var (wanted, found) = (scratch.RentWindow(0), scratch.RentWindow(0));
            for (int from = 0; from < order.Length;)
            {
                int start = documents[order[from]] - segment.FirstDocument & ~63;
                wanted.Reset(start);
                found.Reset(start);
                int to = from;
                for (; to < order.Length && documents[order[to]] - segment.FirstDocument < wanted.End; to++)
                {
                    wanted.Set(documents[order[to]] - segment.FirstDocument - start);
                }

                scorer.FillWithin(found, wanted.Bits, scored: false, scratch);
                for (; from < to; from++)
                {
                    matches[order[from]] = found.Has(documents[order[from]] - segment.FirstDocument - start);
                }
            }

            scratch.Return(wanted);
            scratch.Return(found);
            scorer.Release(scratch);
        }

        scratch.ReturnCursors();
    }
}
