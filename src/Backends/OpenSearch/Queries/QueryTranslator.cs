using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.OpenSearch.Queries;

/// <summary>
/// From a query to the cluster's words for it. How rare terms are is known here, so that a score is the same whatever the shards. Belongs
/// to one search.
/// </summary>
/// <param name="mark">What the index says of itself.</param>
/// <param name="terms">Its terms.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class QueryTranslator(IndexMark mark, IndexTerms terms, TimeLimit limit)
{
    /// <summary>Near terms that score, the nearest first. Those beyond are found, and add nothing.</summary>
    public const int MostScoredNearTerms = 300;

    private readonly MatchTranslator _matching = new(mark, terms, limit);

    /// <summary>The query with its scores.</summary>
    public Clause Scored(Query query) => Scored(query, 1, null);

    /// <summary>The documents of a query, whatever their scores.</summary>
    public Clause Matching(Query query) => _matching.Of(query, null);

    private Clause Scored(Query query, float boost, IReadOnlySet<int>? labels) => query switch
    {
        TermQuery term => Term(term, boost, labels),
        PhraseQuery { Terms: [var one] } phrase => Term(new TermQuery(phrase.Form, one.Term), boost, labels),
        PhraseQuery phrase => Phrase(phrase, boost, labels),
        PrefixQuery prefix => Set(query, TermShape.Of(prefix), prefix.Scoring, boost, labels),
        WildcardQuery wildcard => Set(query, TermShape.Of(wildcard), wildcard.Scoring, boost, labels),
        FuzzyQuery fuzzy => Fuzzy(fuzzy, boost, labels),
        BooleanQuery boolean => Boolean(boolean, boost, labels),
        BoostQuery inner => Scored(inner.Inner, boost * inner.Factor, labels),
        ConstantQuery inner => TokenQueries.Constant(_matching.Of(inner.Inner, labels), inner.Score * boost),
        ScopeQuery scope => Scored(scope.Inner, boost, MatchTranslator.Within(scope, labels)),
        AllQuery or ValueQuery => TokenQueries.Constant(_matching.Of(query, labels), boost),
        _ => NoClause.Instance,
    };

    private Clause Term(TermQuery query, float boost, IReadOnlySet<int>? labels) =>
        terms.FrequencyOf(query.Form, query.Term) is > 0 and var documents
            ? Frequencies(MatchTranslator.Tokens(query.Form, [query.Term], labels), boost * terms.Rarity(documents))
            : NoClause.Instance;

    private Clause Frequencies(IReadOnlyList<string> tokens, float weight) => tokens.Count == 0 ? NoClause.Instance : ScoreScript.Of(
        weight, terms.AverageLength, TokenQueries.LeavesOf(tokens), writer => TokenQueries.WriteAny(writer, tokens));

    private Clause Phrase(PhraseQuery query, float boost, IReadOnlySet<int>? labels)
    {
        if (terms.Rarity(query.Form, query.Terms) is not { } rarity)
        {
            return NoClause.Instance;
        }

        (int? Label, int Weight)[] places = labels is null
            ? [(null, 1), .. Enumerable.Range(0, mark.Settings.SectionWeights.Count)
                .Where(label => mark.Settings.WeightOf(label) > 1)
                .Select(label => ((int?)label, mark.Settings.WeightOf(label) - 1))]
            : [.. labels.Select(label => ((int?)label, mark.Settings.WeightOf(label)))];
        int slop = PhraseShape.Of(query.Terms, query.Slop, mark.Settings.SectionGap).Slop;
        return places.Length == 0 ? NoClause.Instance : ScoreScript.Of(
            boost * rarity, terms.AverageLength, places.Length, writer => TokenQueries.WritePhrase(writer, query, slop, places));
    }

    private Clause Set(Query query, TermShape shape, TermSetScoring scoring, float boost, IReadOnlySet<int>? labels)
    {
        if (scoring == TermSetScoring.Constant)
        {
            return TokenQueries.Constant(_matching.Of(query, labels), boost);
        }

        var found = terms.Of(shape, limit);
        return found.Count == 0 ? NoClause.Instance : Frequencies(
            MatchTranslator.Tokens(shape.Form, [.. found.Select(term => term.Term)], labels),
            boost * terms.Rarity(found.Max(term => term.Documents)));
    }

    private Clause Fuzzy(FuzzyQuery query, float boost, IReadOnlySet<int>? labels)
    {
        var near = terms.Of(query, boost, limit);
        var scored = near.Take(MostScoredNearTerms)
            .Select(term => Frequencies(MatchTranslator.Tokens(query.Form, [term.Term], labels), term.Weight));
        string[] rest = [.. near.Skip(MostScoredNearTerms).Select(term => term.Term)];
        return rest.Length == 0 ? BoolClause.Any([.. scored]) : BoolClause.Any(
        [
            .. scored,
            TokenQueries.Constant(TokenQueries.Values(Fields.Terms, MatchTranslator.Tokens(query.Form, rest, labels)), 0),
        ]);
    }

    private Clause Boolean(BooleanQuery query, float boost, IReadOnlySet<int>? labels)
    {
        Clause[] All(IReadOnlyList<Query> queries) => [.. queries.Select(inner => Scored(inner, boost, labels))];
        return BoolClause.Of(
            All(query.Must), All(query.Should), _matching.All(query.Filter, labels), _matching.All(query.Not, labels),
            MatchTranslator.MinimumOf(query));
    }
}
