using System.Text;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Engine.Scoring;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Engine.Searching;

/// <summary>From a query to its plan on a snapshot. Thread-safe.</summary>
internal sealed class Planner
{
    private readonly IReadOnlyList<Segment> _segments;
    private readonly TermExpansion _expansion;
    private readonly long _documents;

    /// <summary>A planner.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="documentsWithWords">Documents of all segments that have words.</param>
    public Planner(IReadOnlyList<Segment> segments, long documentsWithWords)
    {
        _segments = segments;
        _expansion = new TermExpansion(segments);
        _documents = documentsWithWords;
    }

    private IndexSettings Settings => _segments.Count > 0 ? _segments[0].Settings : new IndexSettings();

    /// <summary>The plan of a query.</summary>
    public Plan Plan(Query query) => Plan(query, 1, null);

    private Plan Plan(Query query, float boost, IReadOnlySet<int>? labels) => query switch
    {
        TermQuery term => Phrase(term.Form, [new PhraseTerm(term.Term, 0)], 0, boost, labels),
        PhraseQuery phrase => Phrase(phrase.Form, phrase.Terms, phrase.Slop, boost, labels),
        PrefixQuery prefix => Set(prefix.Form, _expansion.WithPrefix(prefix.Form, prefix.Prefix, out int most), prefix.Prefix, prefix.Scoring, most, boost, labels),
        WildcardQuery shape => Set(shape.Form, _expansion.WithShape(shape.Form, shape.Pattern, out int most), Wildcard.Beginning(shape.Pattern), shape.Scoring, most, boost, labels),
        FuzzyQuery fuzzy => Fuzzy(fuzzy, boost, labels),
        BooleanQuery boolean => Boolean(boolean, boost, labels),
        BoostQuery inner => Plan(inner.Inner, boost * inner.Factor, labels),
        ConstantQuery inner => new ConstantPlan(Plan(inner.Inner, 1, labels), inner.Score * boost),
        ScopeQuery scope => Plan(scope.Inner, boost, SectionScope.Narrow(labels, scope.Labels)),
        AllQuery => new ColumnPlan(segment => new AllScorer(segment.DocumentCount), boost),
        ValueQuery value => new ColumnPlan(segment => Open(segment, value), boost),
        RangeQuery range => new ColumnPlan(segment => Open(segment, range), boost),
        _ => NonePlan.Instance,
    };

    private static Scorer? Open(Segment segment, ValueQuery query)
    {
        if (segment.Columns.Text(query.Column) is not { } column)
        {
            return query.Missing ? new AllScorer(segment.DocumentCount) : null;
        }

        var wanted = new bool[column.ValueCount];
        foreach (string value in query.Values)
        {
            int ordinal = column.Find(value);
            if (ordinal >= 0)
            {
                wanted[ordinal] = true;
            }
        }

        return new ValueScorer(column, wanted, query.Missing, segment.DocumentCount);
    }

    private static RangeScorer? Open(Segment segment, RangeQuery query) =>
        segment.Columns.Number(query.Column) is { } column ? new RangeScorer(column, query.From, query.To, segment.DocumentCount) : null;

    private Plan Phrase(TermForm form, IReadOnlyList<PhraseTerm> terms, int slop, float boost, IReadOnlySet<int>? labels)
    {
        var entries = new TermEntry[terms.Count][];
        float rarity = 0;
        for (int i = 0; i < terms.Count; i++)
        {
            entries[i] = Find(form, terms[i].Term);
            long frequency = entries[i].Sum(entry => (long)entry.DocumentFrequency);
            if (frequency == 0)
            {
                return NonePlan.Instance;
            }

            rarity += Bm25.InverseDocumentFrequency(frequency, _documents);
        }

        return terms.Count == 0 ? NonePlan.Instance : new PhrasePlan(form, entries, Shape(terms, slop, Settings.SectionGap), boost * rarity, labels);
    }

    /// <summary>The shape of a phrase, with so few moves that it cannot reach over the gap between two sections, where there is one.</summary>
    private static PhraseShape Shape(IReadOnlyList<PhraseTerm> terms, int slop, int gap)
    {
        if (terms.Count == 1)
        {
            return PhraseShape.Single;
        }

        int[] places = [.. terms.Select(term => term.Position)];
        int[] groups = [.. terms.Select(term => terms.TakeWhile(other => other.Term != term.Term).Count())];
        int most = gap == 0 ? int.MaxValue : Math.Max(gap - (places[^1] - places[0]), 0);
        return new PhraseShape(places, groups, Math.Min(slop, most));
    }

    private TermEntry[] Find(TermForm form, string term)
    {
        Span<byte> buffer = term.Length <= 256 ? stackalloc byte[768] : new byte[term.Length * 3];
        var bytes = buffer[..Encoding.UTF8.GetBytes(term, buffer)];
        var entries = new TermEntry[_segments.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            _segments[i].Form(form)?.Terms.TryFind(bytes, out entries[i]);
        }

        return entries;
    }

    private Plan Set(TermForm form, List<TermEntry>[] entries, string beginning, TermSetScoring scoring, int greatestFrequency, float boost, IReadOnlySet<int>? labels)
    {
        if (greatestFrequency == 0)
        {
            return NonePlan.Instance;
        }

        float? weight = scoring == TermSetScoring.Blended ? boost * Bm25.InverseDocumentFrequency(greatestFrequency, _documents) : null;
        return new TermSetPlan(form, entries, beginning, weight, boost, labels);
    }

    private Plan Fuzzy(FuzzyQuery query, float boost, IReadOnlySet<int>? labels)
    {
        var near = _expansion.Near(query);
        if (near.Count == 0)
        {
            return NonePlan.Instance;
        }

        float rarity = Bm25.InverseDocumentFrequency(near.Max(term => term.Frequency), _documents);
        var plans = near.Select(term => (Plan)new PhrasePlan(query.Form, [term.Entries], PhraseShape.Single, boost * rarity * term.Weight, labels));
        return new AnyPlan([.. plans]);
    }

    private Plan Boolean(BooleanQuery query, float boost, IReadOnlySet<int>? labels)
    {
        Plan[] All(IReadOnlyList<Query> queries) => [.. queries.Select(inner => Plan(inner, boost, labels))];
        var must = All(query.Must);
        var should = All(query.Should);
        var filter = All(query.Filter);
        var not = All(query.Not);
        bool free = must.Length + filter.Length == 0;
        int minimum = Math.Max(query.Minimum ?? 0, free ? 1 : 0);
        if (free && should.Length == 0)
        {
            return NonePlan.Instance;
        }

        bool any = free && not.Length == 0 && minimum <= 1;
        return any ? new AnyPlan(should) : new BooleanPlan(must, should, filter, not, minimum);
    }
}
