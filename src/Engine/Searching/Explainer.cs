using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// Explains the scores that some documents have for a query that was planned before: each part of it is asked once, about all of the
/// documents, and sums are put together
/// of the parts.
/// </summary>
internal sealed class Explainer(IndexSnapshot snapshot, DocumentScores documents)
{
    /// <summary>The explanation of each document; a value of 0 without details where it does not match.</summary>
    public Explanation[] Explain(Plan plan)
    {
        var explained = PartOf(plan);
        return [.. Enumerable.Range(0, documents.Count).Select(at => explained.Of(at, new ScoreAccount()))];
    }

    private PartExplanation PartOf(Plan plan)
    {
        documents.Scratch.Limit.Step();
        return plan switch
        {
            PhrasePlan phrase => Phrase(phrase),
            AnyPlan any when plan.Query is BooleanQuery => Sum([], any.Inner, [], [], 1),
            BooleanPlan boolean => Sum(boolean.Must, boolean.Should, boolean.Filter, boolean.Not, boolean.Minimum),
            _ => Leaf(plan),
        };
    }

    private LeafExplanation Leaf(Plan plan)
    {
        var (matches, scores) = documents.Scores(plan);
        return new LeafExplanation(matches, scores, ScoreAccount.NameOf(plan.Query));
    }

    private SumExplanation Sum(Plan[] must, Plan[] should, Plan[] filter, Plan[] not, int minimum)
    {
        PartExplanation[] needed = [.. must.Select(PartOf)], optional = [.. should.Select(PartOf)];
        bool[][] needs = [.. needed.Select(part => part.Matches), .. filter.Select(documents.Matches)];
        bool[][] excluded = [.. not.Select(documents.Matches)];
        int least = needs.Length == 0 ? Math.Max(minimum, 1) : minimum;
        bool[] matches = [.. Enumerable.Range(0, documents.Count).Select(at =>
            Array.TrueForAll(needs, need => need[at])
                && !Array.Exists(excluded, one => one[at])
                && optional.Count(part => part.Matches[at]) >= least)];
        return new SumExplanation(matches, [.. needed, .. optional]);
    }

    private PhraseExplanation Phrase(PhrasePlan plan)
    {
        var explained = new PhraseExplanation(plan, ScoreAccount.NameOf(plan.Query), documents.Count, snapshot);
        foreach (var (index, order) in documents.BySegment())
        {
            var segment = snapshot.Segments[index];
            if (plan.OpenByPositions(segment, index, documents.Scratch) is { } scorer)
            {
                foreach (int at in order)
                {
                    int document = documents.Local(at, index);
                    explained.Set(at, scorer.FrequencyOf(document, documents.Scratch.Limit), segment, document);
                }

                scorer.Release(documents.Scratch);
            }
        }

        documents.Scratch.ReturnCursors();
        return explained;
    }
}
