using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Accounts for the score of a document: the same scorers are asked part by part. Not meant to be fast.</summary>
internal sealed class Explainer(Snapshot snapshot, int document, TimeLimit limit)
{
    private readonly ScoreAccount _account = new();

    /// <summary>The account of a query; a value of 0 without details where the document does not match.</summary>
    public Explanation Explain(Query query, float boost = 1, IReadOnlySet<int>? labels = null) => query switch
    {
        TermQuery or PhraseQuery => Phrase(query, boost, labels),
        BooleanQuery boolean => Sum(query, [.. boolean.Must, .. boolean.Should], boost, labels),
        BoostQuery inner => Explain(inner.Inner, boost * inner.Factor, labels),
        ScopeQuery scope => Explain(scope.Inner, boost, labels is null ? scope.Labels : scope.Labels.Where(labels.Contains).ToHashSet()),
        _ => ScoreAccount.Leaf(ScoreAccount.NameOf(query), Score(query, boost, labels)),
    };

    private Explanation Phrase(Query query, float boost, IReadOnlySet<int>? labels)
    {
        int index = snapshot.SegmentOf(document);
        var segment = snapshot.Segments[index];
        int local = document - segment.FirstDocument;
        var planner = snapshot.Planner(limit);
        if (planner.Plan(query, boost, labels) is not PhrasePlan plan || plan.Finder(segment, index) is not { } finder
            || !finder.Stand(local) || finder.Frequency(limit) is not (> 0 and var frequency))
        {
            return ScoreAccount.Absent(ScoreAccount.NameOf(query));
        }

        float unboosted = planner.Plan(query, 1, labels) is PhrasePlan one ? one.Weight : 0;
        return ScoreAccount.Phrase(
            ScoreAccount.NameOf(query),
            new PhraseRarity(plan.Weight, boost, unboosted, snapshot.DocumentsWithWords, plan.Frequencies),
            new PhraseInDocument(frequency, segment.InverseNorms[local], segment.Length(local), snapshot.AverageLength));
    }

    private Explanation Sum(Query query, IReadOnlyList<Query> parts, float boost, IReadOnlySet<int>? labels)
    {
        float value = Score(query, boost, labels);
        float[] scores = value == 0 ? [] : [.. parts.Select(part => Score(part, boost, labels))];
        return _account.Sum(value, scores, part => Explain(parts[part], boost, labels));
    }

    private float Score(Query query, float boost, IReadOnlySet<int>? labels) =>
        DocumentMatches.Of(snapshot, snapshot.Planner(limit).Plan(query, boost, labels), [document], snapshot.Scratch(limit))[0] ?? 0;
}
