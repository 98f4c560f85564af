using System.Text.RegularExpressions;
using ProposalSearch.Engine.Tests.Terms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>
/// What every query means, document by document and in double precision, with neither postings nor windows: the twin that the engine is
/// compared to. A score of <see langword="null"/> is no match.
/// </summary>
internal sealed class PlainSearch(PlainIndex index)
{
    /// <summary>The score of each document for a query.</summary>
    public Func<PlainDocument, double?> Of(Query query) => Of(query, 1, null);

    private Func<PlainDocument, double?> Of(Query query, double boost, IReadOnlySet<int>? labels) => query switch
    {
        TermQuery term => Phrase([new PhraseTerm(term.Term, 0)], term.Form, 0, boost, labels),
        PhraseQuery phrase => Phrase(phrase.Terms, phrase.Form, phrase.Slop, boost, labels),
        PrefixQuery prefix =>
            Any(prefix.Form, term => term.StartsWith(prefix.Prefix, StringComparison.Ordinal), prefix.Scoring, boost, labels),
        WildcardQuery shape => Any(shape.Form, Shape(shape.Pattern).IsMatch, shape.Scoring, boost, labels),
        FuzzyQuery fuzzy => Fuzzy(fuzzy, boost, labels),
        BooleanQuery boolean => Boolean(boolean, boost, labels),
        BoostQuery inner => Of(inner.Inner, boost * inner.Factor, labels),
        ConstantQuery inner => Constant(Of(inner.Inner, 1, labels), inner.Score * boost),
        ScopeQuery scope => Of(scope.Inner, boost, labels is null ? scope.Labels : labels.Intersect(scope.Labels).ToHashSet()),
        AllQuery => _ => boost,
        ValueQuery value => document => HasValue(document, value) ? boost : null,
        _ => _ => null,
    };

    private static Func<PlainDocument, double?> Constant(Func<PlainDocument, double?> inner, double score) =>
        document => inner(document) is null ? null : score;

    private static bool HasValue(PlainDocument document, ValueQuery query)
    {
        var values = document.Source.Values.Where(one => one.Column == query.Column).Select(one => one.Value).ToList();
        return values.Any(query.Values.Contains) || (query.Missing && values.Count == 0);
    }

    private static Regex Shape(string pattern)
    {
        var parts = pattern.EnumerateRunes().Select(rune => rune.Value switch
        {
            '*' => ".*",
            '?' => @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])",
            _ => Regex.Escape(rune.ToString()),
        });
        return new Regex($@"\A(?:{string.Concat(parts)})\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    private static double Similarity(string term, FuzzyQuery query)
    {
        double shorter = Math.Min(term.EnumerateRunes().Count(), query.Term.EnumerateRunes().Count());
        return 1 - (EditDistance.Between(query.Term, term, query.Transpositions) / shorter);
    }

    private Func<PlainDocument, double?> Phrase(
        IReadOnlyList<PhraseTerm> terms, TermForm form, int slop, double boost, IReadOnlySet<int>? labels)
    {
        if (terms.Count == 0 || terms.Any(term => index.Frequency(form, term.Term) == 0))
        {
            return _ => null;
        }

        var weight = boost * terms.Sum(term => index.Rarity(index.Frequency(form, term.Term)));
        return document =>
        {
            var positions = terms.Select(term => document.Positions(form, term.Term, labels).ToArray()).ToArray();
            if (positions.Any(list => list.Length == 0))
            {
                return null;
            }

            var frequency = slop == 0 || terms.Count == 1
                ? PlainPhrase.Exact(terms, positions)
                : PlainPhrase.Sloppy(terms, positions, slop);
            return frequency == 0 ? null : weight * index.Saturation(document, frequency);
        };
    }

    private Func<PlainDocument, double?> Any(
        TermForm form, Predicate<string> wanted, TermSetScoring scoring, double boost, IReadOnlySet<int>? labels)
    {
        var terms = index.Terms(form).Where(term => wanted(term)).ToList();
        var weight = boost * index.Rarity(terms.Select(term => index.Frequency(form, term)).DefaultIfEmpty().Max());
        return document =>
        {
            double frequency = terms.Sum(term => document.Positions(form, term, labels).Sum(one => one.Weight));
            return frequency == 0 ? null : scoring == TermSetScoring.Constant ? boost : weight * index.Saturation(document, frequency);
        };
    }

    private Func<PlainDocument, double?> Fuzzy(FuzzyQuery query, double boost, IReadOnlySet<int>? labels)
    {
        var near = index.Terms(query.Form)
            .Where(term => EditDistance.IsNear(query.Term, term, query.Edits, query.PrefixLength, query.Transpositions))
            .Select(term => (Term: term, Similarity: Similarity(term, query)))
            .OrderByDescending(term => (float)term.Similarity).ThenBy(term => term.Term, Words.Utf8Order.Instance)
            .Take(query.MaximumTerms).ToList();
        var rarity = index.Rarity(near.Select(term => index.Frequency(query.Form, term.Term)).DefaultIfEmpty().Max());
        return document => near
            .Select(term => (term.Similarity, Frequency: document.Positions(query.Form, term.Term, labels).Sum(one => one.Weight)))
            .Where(term => term.Frequency > 0)
            .Aggregate(
                (double?)null,
                (sum, term) => (sum ?? 0) + (boost * rarity * Math.Max(term.Similarity, 0) * index.Saturation(document, term.Frequency)));
    }

    private Func<PlainDocument, double?> Boolean(BooleanQuery query, double boost, IReadOnlySet<int>? labels)
    {
        Func<PlainDocument, double?>[] All(IReadOnlyList<Query> queries) => [.. queries.Select(inner => Of(inner, boost, labels))];
        var (must, should, filter, not) = (All(query.Must), All(query.Should), All(query.Filter), All(query.Not));
        var free = must.Length + filter.Length == 0;
        var minimum = Math.Max(query.Minimum ?? 0, free ? 1 : 0);
        return document =>
        {
            var needed = must.Select(inner => inner(document)).ToList();
            var optional = should.Select(inner => inner(document)).Where(score => score is not null).ToList();
            var matches = needed.All(score => score is not null) && optional.Count >= minimum
                && filter.All(inner => inner(document) is not null) && not.All(inner => inner(document) is null);
            return matches ? needed.Sum() + optional.Sum() : null;
        };
    }
}
