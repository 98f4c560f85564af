using System.Globalization;
using ProposalSearch.Engine.FieldLengths;
using ProposalSearch.Engine.Scoring;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Searching;

/// <summary>Accounts for the score of a document: the same scorers are asked part by part. Not meant to be fast.</summary>
internal sealed class Explainer
{
    private readonly IndexSnapshot _snapshot;
    private readonly Segment _segment;
    private readonly Scratch _scratch;
    private readonly int _index;
    private readonly int _document;

    public Explainer(IndexSnapshot snapshot, int document, Scratch scratch)
    {
        _snapshot = snapshot;
        _index = snapshot.SegmentIndexOf(document);
        _segment = snapshot.Segments[_index];
        _document = document - _segment.FirstDocument;
        _scratch = scratch;
    }

    /// <summary>The account of a query; a value of 0 without details where the document does not match.</summary>
    public Explanation Explain(Query query) => Explain(query, 1, null);

    private Explanation Explain(Query query, float boost, IReadOnlySet<int>? labels) => query switch
    {
        TermQuery term => Phrase(query, $"{term.Term} [{Name(term.Form)}]", boost, labels),
        PhraseQuery phrase => Phrase(query, $"\"{string.Join(' ', phrase.Terms.Select(term => term.Term))}\"{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")} [{Name(phrase.Form)}]", boost, labels),
        BooleanQuery boolean => Sum(query, [.. boolean.Must, .. boolean.Should], boost, labels),
        BoostQuery inner => Explain(inner.Inner, boost * inner.Factor, labels),
        ScopeQuery scope => Explain(scope.Inner, boost, SectionScope.Narrow(labels, scope.Labels)),
        PrefixQuery prefix => Leaf(query, $"any word with {prefix.Prefix}*", boost, labels),
        WildcardQuery shape => Leaf(query, $"any word of the shape {shape.Pattern}", boost, labels),
        FuzzyQuery fuzzy => Leaf(query, $"words within {fuzzy.Edits} edits of {fuzzy.Term}, each weighted by its similarity", boost, labels),
        _ => Leaf(query, "a condition without a score of its own: constant", boost, labels),
    };

    private Explanation Phrase(Query query, string name, float boost, IReadOnlySet<int>? labels)
    {
        if (Plan(query, boost, labels) is not PhrasePlan plan || plan.Frequency(_segment, _index, _document, _scratch) is not (> 0 and var frequency))
        {
            return new Explanation(0, $"{name}: not in this document", []);
        }

        float length = LengthCode.Decode(_segment.Lengths.Codes[_document]), average = _snapshot.AverageLength;
        float inverse = _segment.InverseNorms[_document], score = Bm25.Score(plan.Weight, frequency, inverse), tf = Bm25.Score(1, frequency, inverse);
        float rarity = Plan(query, 1, labels) is PhrasePlan unboosted ? unboosted.Weight : 0;
        return new Explanation(score, Invariant($"{name}: {score} = weight {plan.Weight} * tf {tf}"),
        [
            new(plan.Weight, Invariant($"weight {plan.Weight} = boost {boost} * idf {rarity}; idf = sum of ln(1 + (N - n + 0.5) / (n + 0.5)), N = {_snapshot.DocumentsWithWords}, n = {Frequencies(plan)}"), []),
            new(tf, Invariant($"tf = f / (f + k1 * (1 - b + b * length / average)), f = {frequency}, k1 = {Bm25.K1}, b = {Bm25.B}, length = {length}, average = {average}"), []),
        ]);
    }

    private Explanation Sum(Query query, IReadOnlyList<Query> parts, float boost, IReadOnlySet<int>? labels)
    {
        float value = Score(Plan(query, boost, labels));
        var details = value == 0 ? [] : parts.Select(part => Explain(part, boost, labels)).Where(part => part.Value != 0);
        return new Explanation(value, Invariant($"{value} = sum of the parts that match"), [.. details]);
    }

    private Explanation Leaf(Query query, string name, float boost, IReadOnlySet<int>? labels)
    {
        float value = Score(Plan(query, boost, labels));
        return new Explanation(value, Invariant($"{name}: {value}"), []);
    }

    private Plan Plan(Query query, float boost, IReadOnlySet<int>? labels)
    {
        var boosted = new BoostQuery(query, boost);
        return _snapshot.Planner.Plan(labels is null ? boosted : new ScopeQuery(boosted, labels));
    }

    private float Score(Plan plan)
    {
        if (plan.Open(_segment, _index, _scratch) is not { } scorer)
        {
            return 0;
        }

        var window = _scratch.RentWindow(_document & ~63, length: 64);
        scorer.Fill(window, scored: true, _scratch);
        float score = window.Scores[_document & 63];
        _scratch.Return(window);
        scorer.Release(_scratch);
        return score;
    }

    private static string Frequencies(PhrasePlan plan) =>
        string.Join(", ", plan.Entries.Select(bySegment => bySegment.Sum(entry => (long)entry.DocumentFrequency).ToString(CultureInfo.InvariantCulture)));

    private static string Name(TermForm form) => form == TermForm.Stemmed ? "stemmed" : "exact";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
