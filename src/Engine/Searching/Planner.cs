using System.Text;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>From a query to its plan on a snapshot. Belongs to one request.</summary>
internal sealed class Planner
{
    private readonly IReadOnlyList<Segment> _segments;
    private readonly TermExpansion _expansion;
    private readonly long _documents;
    private readonly SearchRun _run;

    /// <summary>A planner.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="documentsWithWords">Documents of all segments that have words.</param>
    /// <param name="run">The request.</param>
    public Planner(IReadOnlyList<Segment> segments, long documentsWithWords, SearchRun run)
    {
        _segments = segments;
        _expansion = new TermExpansion(segments, run.Limit);
        _documents = documentsWithWords;
        _run = run;
    }

    private IndexSettings Settings => _segments.Count > 0 ? _segments[0].Settings : new IndexSettings();

    /// <summary>The plan of a query.</summary>
    public Plan Plan(Query query) => Plan(query, 1, null);

    private Plan Plan(Query query, float boost, IReadOnlySet<int>? labels)
    {
        _run.Limit.Step();
        switch (query)
        {
            case BoostQuery inner:
                return Plan(inner.Inner, boost * inner.Factor, labels);
            case ScopeQuery scope:
                return Plan(scope.Inner, boost, SectionScope.Narrow(labels, scope.Labels));
            default:
                var plan = PlanOf(query, boost, labels);
                (plan.Query, plan.Boost) = (query, boost);
                return plan;
        }
    }

    private Plan PlanOf(Query query, float boost, IReadOnlySet<int>? labels) => query switch
    {
        TermQuery term => Phrase(term.Form, [new PhraseTerm(term.Term, 0)], 0, boost, labels),
        PhraseQuery phrase => Phrase(phrase.Form, phrase.Terms, phrase.Slop, boost, labels),
        PrefixQuery prefix => Set(prefix, boost, labels),
        WildcardQuery shape => Set(shape, boost, labels),
        FuzzyQuery fuzzy => Fuzzy(fuzzy, boost, labels),
        BooleanQuery boolean => Boolean(boolean, boost, labels),
        ConstantQuery inner => new ConstantPlan(Plan(inner.Inner, 1, labels), inner.Score * boost),
        AllQuery => new ColumnPlan(segment => new AllScorer(segment.DocumentCount), boost),
        ValueQuery value => new ColumnPlan(segment => Open(segment, value), boost),
        _ => new NonePlan(),
    };

    private Scorer? Open(Segment segment, ValueQuery query)
    {
        if (segment.Columns.Text(query.Column) is not { } column)
        {
            return query.Missing ? new AllScorer(segment.DocumentCount) : null;
        }

        bool[]? wanted = null;
        foreach (string value in query.Values)
        {
            _run.Limit.Step();
            int ordinal = column.Find(value);
            if (ordinal >= 0)
            {
                (wanted ??= new bool[column.ValueCount])[ordinal] = true;
            }
        }

        return wanted is null && !query.Missing
            ? null
            : new ValueScorer(column, wanted ?? new bool[column.ValueCount], query.Missing, segment.DocumentCount);
    }

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
                return new NonePlan();
            }

            rarity += Bm25.InverseDocumentFrequency(frequency, _documents);
        }

        return terms.Count == 0
            ? new NonePlan()
            : new PhrasePlan(form, entries, PhraseShape.Of(terms, slop, Settings.SectionGap), boost * rarity, labels) { Rarity = rarity };
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

    private Plan Set(PrefixQuery query, float boost, IReadOnlySet<int>? labels)
    {
        var terms = _run.Terms(query, () => _expansion.WithPrefix(query.Form, query.Prefix));
        return Set(query.Form, terms, query.Prefix, query.Scoring, boost, labels);
    }

    private Plan Set(WildcardQuery query, float boost, IReadOnlySet<int>? labels)
    {
        var terms = _run.Terms(query, () => _expansion.WithShape(query.Form, query.Pattern));
        return Set(query.Form, terms, Wildcard.Beginning(query.Pattern), query.Scoring, boost, labels);
    }

    private Plan Set(
        TermForm form, TermExpansion.TermSet terms, string beginning, TermSetScoring scoring, float boost, IReadOnlySet<int>? labels)
    {
        if (terms.GreatestFrequency == 0)
        {
            return new NonePlan();
        }

        float? weight = scoring == TermSetScoring.Blended
            ? boost * Bm25.InverseDocumentFrequency(terms.GreatestFrequency, _documents)
            : null;
        return new TermSetPlan(form, terms.Entries, beginning, weight, boost, labels);
    }

    private Plan Fuzzy(FuzzyQuery query, float boost, IReadOnlySet<int>? labels)
    {
        var near = _run.Terms(query, () => _expansion.Near(query));
        if (near.Count == 0)
        {
            return new NonePlan();
        }

        float rarity = Bm25.InverseDocumentFrequency(near.Max(term => term.Frequency), _documents);
        var plans = near.Select(
            term => (Plan)new PhrasePlan(query.Form, [term.Entries], PhraseShape.Single, boost * rarity * term.Weight, labels));
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
            return new NonePlan();
        }

        bool any = free && not.Length == 0 && minimum <= 1;
        return any ? new AnyPlan(should) : new BooleanPlan(must, should, filter, not, minimum);
    }
}
