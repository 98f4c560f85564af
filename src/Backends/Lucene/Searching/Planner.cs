using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>From a query to a plan. Belongs to one search.</summary>
/// <param name="segments">The segments.</param>
/// <param name="documents">Documents of all segments that have words.</param>
/// <param name="gap">See <see cref="IndexSettings.SectionGap"/>.</param>
/// <param name="limit">Ends the search where it is to end.</param>
internal sealed class Planner(IReadOnlyList<Segment> segments, long documents, int gap, TimeLimit limit)
{
    private readonly long _all = segments.Sum(segment => (long)segment.LiveCount);

    // What many terms find is gathered once, wherever it stands again: in another part of the query, or in an account of a score.
    private readonly Dictionary<(Query Query, float Boost, IReadOnlySet<int>? Labels), Plan> _sets = [];

    /// <summary>The plan of a query.</summary>
    public Plan Plan(Query query, float boost = 1, IReadOnlySet<int>? labels = null) => query switch
    {
        TermQuery term => Phrase(term.Form, [new PhraseTerm(term.Term, 0)], 0, boost, labels),
        PhraseQuery phrase => Phrase(phrase.Form, phrase.Terms, phrase.Slop, boost, labels),
        PrefixQuery or WildcardQuery => Set(query, boost, labels),
        FuzzyQuery fuzzy => Fuzzy(fuzzy, boost, labels),
        BooleanQuery boolean => Boolean(boolean, boost, labels),
        BoostQuery inner => Plan(inner.Inner, boost * inner.Factor, labels),
        ConstantQuery inner => new ConstantPlan(Plan(inner.Inner, 1, labels), inner.Score * boost),
        ScopeQuery scope => Plan(scope.Inner, boost, labels is null ? scope.Labels : scope.Labels.Where(labels.Contains).ToHashSet()),
        AllQuery => new ColumnPlan(segment => new AllScorer(segment.DocumentCount), boost, _all),
        ValueQuery value => new ColumnPlan(segment => Open(segment, value, limit), boost, _all),
        _ => NonePlan.Instance,
    };

    private static ScanScorer? Open(Segment segment, ValueQuery query, TimeLimit limit)
    {
        if (segment.Text(query.Column, limit) is not { } column)
        {
            return query.Missing ? new AllScorer(segment.DocumentCount) : null;
        }

        int[] found = [.. query.Values.Select(column.Find).Where(ordinal => ordinal >= 0)];
        if (found.Length == 0 && !query.Missing)
        {
            return null;
        }

        var wanted = new bool[column.ValueCount];
        foreach (int ordinal in found)
        {
            wanted[ordinal] = true;
        }

        return new ValueScorer(column, wanted, query.Missing, segment.DocumentCount);
    }

    private Plan Phrase(TermForm form, IReadOnlyList<PhraseTerm> terms, int slop, float boost, IReadOnlySet<int>? labels)
    {
        PlacedTerm[] placed = [.. terms.Select(term => Place(form, term.Term))];
        if (placed.Length == 0 || placed.Any(term => term.Frequency == 0))
        {
            return NonePlan.Instance;
        }

        float rarity = 0;
        foreach (var term in placed)
        {
            rarity += Bm25.InverseDocumentFrequency(term.Frequency, documents);
        }

        return new PhrasePlan(placed, PhraseShape.Of(terms, slop, gap), boost * rarity, labels);
    }

    private PlacedTerm Place(TermForm form, string term)
    {
        var bytes = new BytesRef(Encoding.UTF8.GetBytes(term));
        TermsEnum?[] found = [.. segments.Select(segment => Find(segment.Terms(form), bytes))];
        long frequency = found.Select((walk, index) => walk is null ? 0L : segments[index].Frequency(form, walk)).Sum();
        return new PlacedTerm(form, term, found, frequency);
    }

    private static TermsEnum? Find(Terms? terms, BytesRef term)
    {
        var walk = terms?.GetEnumerator();
        return walk?.SeekExact(term) == true ? walk : null;
    }

    private Plan Set(Query query, float boost, IReadOnlySet<int>? labels)
    {
        if (!_sets.TryGetValue((query, boost, labels), out var plan))
        {
            plan = query is PrefixQuery prefix
                ? Set(TermShape.WithPrefix(prefix.Form, prefix.Prefix), prefix.Scoring, boost, labels)
                : query is WildcardQuery shape ? Set(TermShape.Of(shape.Form, shape.Pattern), shape.Scoring, boost, labels)
                : NonePlan.Instance;
            _sets.Add((query, boost, labels), plan);
        }

        return plan;
    }

    private Plan Set(TermShape shape, TermSetScoring scoring, float boost, IReadOnlySet<int>? labels)
    {
        if (scoring == TermSetScoring.Constant)
        {
            return new TermSetPlan(shape, null, boost, labels, segments);
        }

        long most = GreatestFrequency(shape);
        return most == 0 ? NonePlan.Instance
            : new TermSetPlan(shape, boost * Bm25.InverseDocumentFrequency(most, documents), boost, labels, segments);
    }

    private long GreatestFrequency(TermShape shape)
    {
        if (segments.Count == 1)
        {
            return shape.In(segments[0], limit).Select(term => (long)segments[0].Frequency(shape.Form, term)).DefaultIfEmpty(0).Max();
        }

        var frequencies = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            foreach (var term in shape.In(segment, limit))
            {
                string text = term.Term.Utf8ToString();
                frequencies[text] = frequencies.GetValueOrDefault(text) + segment.Frequency(shape.Form, term);
            }
        }

        return frequencies.Values.DefaultIfEmpty(0).Max();
    }

    private Plan Fuzzy(FuzzyQuery query, float boost, IReadOnlySet<int>? labels)
    {
        var nearest = NearTermsFinder.Nearest(segments, query, limit);
        if (nearest.Count == 0)
        {
            return NonePlan.Instance;
        }

        float rarity = Bm25.InverseDocumentFrequency(nearest.Max(near => near.Term.DocumentFrequency), documents);
        return new AnyPlan([.. nearest
            .Select(near => new PhrasePlan([Place(query.Form, near.Term.Term)], PhraseShape.Single, boost * rarity * near.Weight,
                labels))]);
    }

    private Plan Boolean(BooleanQuery query, float boost, IReadOnlySet<int>? labels)
    {
        Plan[] All(IReadOnlyList<Query> queries) => [.. queries.Select(inner => Plan(inner, boost, labels))];
        var (must, should, filter, not) = (All(query.Must), All(query.Should), All(query.Filter), All(query.Not));
        bool free = must.Length + filter.Length == 0;
        int minimum = Math.Max(query.Minimum ?? 0, free ? 1 : 0);
        return free && should.Length == 0 ? NonePlan.Instance
            : free && not.Length == 0 && minimum <= 1 ? new AnyPlan(should)
            : new BooleanPlan(must, should, filter, not, minimum);
    }
}
