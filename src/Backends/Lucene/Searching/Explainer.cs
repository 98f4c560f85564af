using System.Runtime.CompilerServices;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;
using static System.FormattableString;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// Accounts for the scores of some documents: the same scorers are asked part by part, each once for all documents. Not thread-safe.
/// </summary>
/// <param name="snapshot">The index.</param>
/// <param name="documents">The documents.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class Explainer(Snapshot snapshot, int[] documents, TimeLimit limit)
{
    private readonly Dictionary<Part, float?[]> _scores = [];
    private readonly Dictionary<Part, IReadOnlySet<int>> _scopes = [];
    private readonly Planner _planner = snapshot.Planner(limit);
    private int _at;

    /// <summary>The account of a query for one of the documents; a value of 0 without details where it does not match.</summary>
    /// <param name="query">The query: the same object for each of the documents.</param>
    /// <param name="at">Which of the documents.</param>
    public Explanation Explain(Query query, int at)
    {
        _at = at;
        return Explain(query, 1, null);
    }

    private Explanation Explain(Query query, float boost, IReadOnlySet<int>? labels) => query switch
    {
        TermQuery term => Phrase(query, $"{term.Term} [{Name(term.Form)}]", boost, labels),
        PhraseQuery phrase =>
            Phrase(query, $"\"{string.Join(' ', phrase.Terms.Select(term => term.Term))}\"{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")} [{Name(phrase.Form)}]", boost, labels),
        BooleanQuery boolean => Sum(query, [.. boolean.Must, .. boolean.Should], boost, labels),
        BoostQuery inner => Explain(inner.Inner, boost * inner.Factor, labels),
        ScopeQuery scope => Explain(scope.Inner, boost, labels is null ? scope.Labels : Within(scope, labels)),
        PrefixQuery prefix => Leaf(query, $"any word with {prefix.Prefix}*", boost, labels),
        WildcardQuery shape => Leaf(query, $"any word of the shape {shape.Pattern}", boost, labels),
        FuzzyQuery fuzzy => Leaf(query, $"words within {fuzzy.Edits} edits of {fuzzy.Term}, each weighted by its similarity", boost,
            labels),
        _ => Leaf(query, "a condition without a score of its own: constant", boost, labels),
    };

    private Explanation Phrase(Query query, string name, float boost, IReadOnlySet<int>? labels)
    {
        int document = documents[_at], index = snapshot.SegmentOf(document);
        var segment = snapshot.Segments[index];
        int local = document - segment.FirstDocument;
        if (_planner.Plan(query, boost, labels) is not PhrasePlan plan || plan.Finder(segment, index) is not { } finder
            || !finder.Stand(local) || finder.Frequency(limit) is not (> 0 and var frequency))
        {
            return new Explanation(0, $"{name}: not in this document", []);
        }

        float inverse = segment.InverseNorms[local], score = Bm25.Score(plan.Weight, frequency, inverse),
            tf = Bm25.Score(1, frequency, inverse);
        float rarity = _planner.Plan(query, 1, labels) is PhrasePlan unboosted ? unboosted.Weight : 0;
        return new Explanation(score, Invariant($"{name}: {score} = weight {plan.Weight} * tf {tf}"),
        [
            new(plan.Weight, Invariant($"weight {plan.Weight} = boost {boost} * idf {rarity}; idf = sum of ln(1 + (N - n + 0.5) / (n + 0.5)), N = {snapshot.DocumentsWithWords}, n = {string.Join(", ", plan.Frequencies)}"), []),
            new(tf, Invariant($"tf = f / (f + k1 * (1 - b + b * length / average)), f = {frequency}, k1 = {Bm25.K1}, b = {Bm25.B}, length = {segment.Length(local)}, average = {snapshot.AverageLength}"), []),
        ]);
    }

    private Explanation Sum(Query query, IReadOnlyList<Query> parts, float boost, IReadOnlySet<int>? labels)
    {
        float value = Score(query, boost, labels);
        var details = value == 0 ? [] : parts.Select(part => Explain(part, boost, labels)).Where(part => part.Value != 0);
        return new Explanation(value, Invariant($"{value} = sum of the parts that match"), [.. details]);
    }

    private Explanation Leaf(Query query, string name, float boost, IReadOnlySet<int>? labels)
    {
        float value = Score(query, boost, labels);
        return new Explanation(value, Invariant($"{name}: {value}"), []);
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
            scores = DocumentMatches.Of(snapshot, _planner.Plan(query, boost, labels), documents, snapshot.Scratch(limit));
            _scores.Add(part, scores);
        }

        return scores[_at] ?? 0;
    }

    private static string Name(TermForm form) => form == TermForm.Stemmed ? "stemmed" : "exact";

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
