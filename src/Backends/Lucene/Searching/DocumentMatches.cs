using ProposalSearch.Retrieval.Matching;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Which of a few documents match, and with which scores.</summary>
internal static class DocumentMatches
{
    /// <summary>The score of each document, in any order; <see langword="null"/> for one that does not match.</summary>
    public static float?[] Of(Snapshot snapshot, Plan plan, IReadOnlyList<int> documents, Scratch scratch)
    {
        var scores = new float?[documents.Count];
        foreach (var bySegment in Enumerable.Range(0, documents.Count).OrderBy(i => documents[i])
            .GroupBy(i => snapshot.SegmentOf(documents[i])))
        {
            var segment = snapshot.Segments[bySegment.Key];
            if (plan.Open(segment, bySegment.Key, scratch) is not { } scorer)
            {
                continue;
            }

            foreach (var inWindow in bySegment.GroupBy(i => (documents[i] - segment.FirstDocument) / Window.Size))
            {
                Find(scorer, inWindow.Key * Window.Size, [.. inWindow], i => documents[i] - segment.FirstDocument, scores, scratch);
            }
        }

        return scores;
    }

    private static void Find(Scorer scorer, int start, int[] wanted, Func<int, int> document, float?[] scores, Scratch scratch)
    {
        scratch.Limit.Check();
        var (candidates, found) = (scratch.RentWindow(start), scratch.RentWindow(start));
        Array.ForEach(wanted, i => candidates.Set(document(i) - start));
        scorer.FillWithin(found, candidates.Bits, scored: true, scratch);
        foreach (int i in wanted)
        {
            scores[i] = found.Has(document(i) - start) ? found.Scores[document(i) - start] : null;
        }

        scratch.Return(candidates);
        scratch.Return(found);
    }
}
