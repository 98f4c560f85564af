using System.Runtime.CompilerServices;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// Accounts for the scores of some documents: the same scorers are asked part by part, each once for all documents. Not thread-safe.
/// </summary>
/// <param name="snapshot">The index.</param>
/// <param name="documents">The documents.</param>
/// <param name="planner">Plans the parts.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class Explainer(Snapshot snapshot, int[] documents, Planner planner, TimeLimit limit)
{
    private readonly Dictionary<Part, float?[]> _scores = [];
    private readonly Dictionary<Part, IReadOnlySet<int>> _scopes = [];
    private ScoreAccount _account = new();
    private int _at;

    /// <summary>The account of a query for one of the documents; a value of 0 without details where it does not match.</summary>
    /// <param name="query">The query: the same object for each of the documents.</param>
    /// <param name="at">Which of the documents.</param>
    public Explanation Explain(Query query, int at)
    {
        (_at, _account) = (at, new ScoreAccount());
        return Explain(query, 1, null);
    }

    private Explanation Explain(Query query, float boost, IReadOnlySet<int>? labels) => query switch
    {
        TermQuery or PhraseQuery => Phrase(query, boost, labels),
        BooleanQuery boolean => Sum(query, [.. boolean.Must, .. boolean.Should], boost, labels),
        BoostQuery inner => Explain(inner.Inner, boost * inner.Factor, labels),
        ScopeQuery scope => Explain(scope.Inner, boost, labels is null ? scope.Labels : Within(scope, labels)),
        _ => ScoreAccount.Leaf(ScoreAccount.NameOf(query), Score(query, boost, labels)),
    };

    private Explanation Phrase(Query query, float boost, IReadOnlySet<int>? labels)
    {
        int document = documents[_at], index = snapshot.SegmentOf(document);
        var segment = snapshot.Segments[index];
        int local = document - segment.FirstDocument;
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

    private IReadOnlySet<int> Within(ScopeQuery scope, IReadOnlySet<int> labels)
    {
        var part = new Part(scope, 1, labels);
        if (!_scopes.TryGetValue(part, out var both))
        {
            both = scope.Labels.Where(labels.Contains).ToHashSet();
            _scopes.Add(part, both);
        }

        return both;
    }

    private float Score(Query query, float boost, IReadOnlySet<int>? labels)
    {
        var part = new Part(query, boost, labels);
        if (!_scores.TryGetValue(part, out var scores))
        {
            scores = DocumentMatches.Of(snapshot, planner.Plan(query, boost, labels), documents, snapshot.Scratch(limit));
            _scores.Add(part, scores);
        }

        return scores[_at] ?? 0;
    }

    /// <summary>
    /// A part of a query where it stands: the same objects, since comparing what is in them takes as long as they are large.
    /// </summary>
    private readonly record struct Part(Query Query, float Boost, IReadOnlySet<int>? Labels)
    {
        public bool Equals(Part other) =>
            ReferenceEquals(Query, other.Query) && Boost.Equals(other.Boost) && ReferenceEquals(Labels, other.Labels);

        public override int GetHashCode() =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(Query), Boost, RuntimeHelpers.GetHashCode(Labels));
    }
}
