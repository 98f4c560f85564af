using ProposalSearch.Retrieval.Matching;

namespace ProposalSearch.Engine.Searching;

/// <summary>Which of a few documents match a plan, and with which scores: only the windows that they lie in are looked at.</summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="documents">Numbers among all documents of the index, in any order; answers come in that order.</param>
/// <param name="scratch">The buffers to work with.</param>
internal sealed class DocumentScores(IndexSnapshot snapshot, IReadOnlyList<int> documents, Scratch scratch)
{
    private readonly int[] _order = [.. Enumerable.Range(0, documents.Count).OrderBy(i => documents[i])];

    /// <summary>The buffers to work with.</summary>
    public Scratch Scratch => scratch;

    /// <summary>How many documents there are.</summary>
    public int Count => _order.Length;

    /// <summary>The documents of each segment that has some, ascending, by their places among the documents.</summary>
    public IEnumerable<(int Segment, ArraySegment<int> Order)> BySegment()
    {
        for (int from = 0, to; from < _order.Length; from = to)
        {
            int index = snapshot.SegmentIndexOf(documents[_order[from]]);
            var segment = snapshot.Segments[index];
            to = from + 1;
            while (to < _order.Length && documents[_order[to]] < segment.FirstDocument + segment.DocumentCount)
            {
                to++;
            }

            yield return (index, new ArraySegment<int>(_order, from, to - from));
        }
    }

    /// <summary>The number of a document in its segment.</summary>
    public int Local(int at, int segment) => documents[at] - snapshot.Segments[segment].FirstDocument;

    /// <summary>Which of the documents match.</summary>
    public bool[] Matches(Plan plan)
    {
        bool[] matches = new bool[_order.Length];
        Find(plan, matches, null);
        return matches;
    }

    /// <summary>Which of the documents match, and the scores of those that do.</summary>
    public (bool[] Matches, float[] Scores) Scores(Plan plan)
    {
        bool[] matches = new bool[_order.Length];
        float[] scores = new float[_order.Length];
        Find(plan, matches, scores);
        return (matches, scores);
    }

    private void Find(Plan plan, bool[] matches, float[]? scores)
    {
        foreach (var (index, order) in BySegment())
        {
            scratch.Limit.Check();
            var segment = snapshot.Segments[index];
            ulong[] candidates = scratch.RentBitSet(segment.DocumentCount);
            foreach (int at in order)
            {
                int document = Local(at, index);
                candidates[document >> 6] |= 1UL << document;
            }

            if (plan.Open(segment, index, scratch, candidates) is { } scorer)
            {
                Find(scorer, index, order, matches, scores);
                scorer.Release(scratch);
            }

            scratch.Return(candidates);
        }

        scratch.ReturnCursors();
    }

    private void Find(Scorer scorer, int index, ArraySegment<int> order, bool[] matches, float[]? scores)
    {
        var (wanted, found) = (scratch.RentWindow(0), scratch.RentWindow(0));
        for (int from = 0; from < order.Count;)
        {
            int start = Local(order[from], index) & ~63;
            wanted.Reset(start);
            found.Reset(start);
            int to = from;
            for (; to < order.Count && Local(order[to], index) < wanted.End; to++)
            {
                wanted.Set(Local(order[to], index) - start);
            }

            scorer.FillWithin(found, wanted.Bits, scores is not null, scratch);
            for (; from < to; from++)
            {
                int at = Local(order[from], index) - start;
                matches[order[from]] = found.Has(at);
                if (scores is not null && found.Has(at))
                {
                    scores[order[from]] = found.Scores[at];
                }
            }
        }

        scratch.Return(wanted);
        scratch.Return(found);
    }
}
