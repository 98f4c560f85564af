using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;
using static System.FormattableString;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Accounts for the score of a document: the same scorers are asked part by part. Not meant to be fast.</summary>
internal sealed class Explainer(Snapshot snapshot, int document, TimeLimit limit)
{
    private const string Formula = "tf = f / (f + k1 * (1 - b + b * length / average))";

    /// <summary>The account of a query; a value of 0 without details where the document does not match.</summary>
    public Explanation Explain(Query query, float boost = 1, IReadOnlySet<int>? labels = null) => query switch
    {
        TermQuery term => Phrase(query, $"{term.Term} [{Name(term.Form)}]", boost, labels),
        PhraseQuery phrase =>
            Phrase(query, $"\"{Words(phrase)}\"{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")} [{Name(phrase.Form)}]", boost, labels),
        BooleanQuery boolean => Sum(query, [.. boolean.Must, .. boolean.Should], boost, labels),
        BoostQuery inner => Explain(inner.Inner, boost * inner.Factor, labels),
        ScopeQuery scope => Explain(scope.Inner, boost, labels is null ? scope.Labels : scope.Labels.Where(labels.Contains).ToHashSet()),
        PrefixQuery prefix => Leaf(query, $"any word with {prefix.Prefix}*", boost, labels),
        WildcardQuery shape => Leaf(query, $"any word of the shape {shape.Pattern}", boost, labels),
        FuzzyQuery fuzzy => Leaf(query, $"words within {fuzzy.Edits} edits of {fuzzy.Term}, each weighted by its similarity", boost,
            labels),
        _ => Leaf(query, "a condition without a score of its own: constant", boost, labels),
    };

    private Explanation Phrase(Query query, string name, float boost, IReadOnlySet<int>? labels)
    {
        int index = snapshot.SegmentOf(document);
        var segment = snapshot.Segments[index];
        int local = document - segment.FirstDocument;
        var planner = snapshot.Planner(limit);
        if (planner.Plan(query, boost, labels) is not PhrasePlan plan || plan.Finder(segment, index) is not { } finder
            || !finder.Stand(local) || finder.Frequency(limit) is not (> 0 and var frequency))
        {
            return new Explanation(0, $"{name}: not in this document", []);
        }

        float inverse = segment.InverseNorms[local], score = Bm25.Score(plan.Weight, frequency, inverse),
            tf = Bm25.Score(1, frequency, inverse);
        float length = segment.Length(local), average = snapshot.AverageLength;
        float rarity = planner.Plan(query, 1, labels) is PhrasePlan unboosted ? unboosted.Weight : 0;
        return new Explanation(score, Invariant($"{name}: {score} = weight {plan.Weight} * tf {tf}"),
        [
            new(plan.Weight, Invariant($"weight {plan.Weight} = boost {boost} * idf {rarity}; {Rarity(plan)}"), []),
            new(tf, Invariant($"{Formula}, f = {frequency}, k1 = {Bm25.K1}, b = {Bm25.B}, length = {length}, average = {average}"), []),
        ]);
    }

    private string Rarity(PhrasePlan plan) => Invariant(
        $"idf = sum of ln(1 + (N - n + 0.5) / (n + 0.5)), N = {snapshot.DocumentsWithWords}, n = {string.Join(", ", plan.Frequencies)}");

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

    private float Score(Query query, float boost, IReadOnlySet<int>? labels) =>
        DocumentMatches.Of(snapshot, snapshot.Planner(limit).Plan(query, boost, labels), [document], snapshot.Scratch(limit))[0] ?? 0;

    private static string Words(PhraseQuery phrase) => string.Join(' ', phrase.Terms.Select(term => term.Term));

    private static string Name(TermForm form) => form == TermForm.Stemmed ? "stemmed" : "exact";
}
