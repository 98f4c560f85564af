using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Queries;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.OpenSearch.Describing;

/// <summary>From a query to its parts that can be looked for in one document. Belongs to one request.</summary>
/// <param name="mark">What the index says of itself.</param>
/// <param name="terms">Its terms.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class QueryParts(IndexMark mark, IndexTerms terms, TimeLimit limit)
{
    /// <summary>The parts of a query that score: what is pointed at in texts.</summary>
    public IEnumerable<DocumentPart> Of(Query query, float boost = 1, IReadOnlySet<int>? labels = null) => query switch
    {
        TermQuery or PhraseQuery => Phrase(query, boost, labels) is { } phrase ? [phrase] : [],
        PrefixQuery or WildcardQuery => Set(query, boost, labels) is { } set ? [set] : [],
        FuzzyQuery fuzzy => Near(fuzzy, boost, labels),
        BooleanQuery boolean => boolean.Must.Concat(boolean.Should).SelectMany(inner => Of(inner, boost, labels)),
        BoostQuery inner => Of(inner.Inner, boost * inner.Factor, labels),
        ConstantQuery inner => Of(inner.Inner, 1, labels),
        ScopeQuery scope => Of(scope.Inner, boost, MatchTranslator.Within(scope, labels)),
        _ => [],
    };

    /// <summary>A term or a phrase; <see langword="null"/> where the index lacks a term of it.</summary>
    public PhrasePart? Phrase(Query query, float boost, IReadOnlySet<int>? labels)
    {
        var phrase = query as PhraseQuery
            ?? (query is TermQuery term ? new PhraseQuery(term.Form, [new PhraseTerm(term.Term, 0)], 0) : null);
        return phrase is not null && terms.Rarity(phrase.Form, phrase.Terms) is { } rarity
            ? new PhrasePart(
                phrase.Form, [.. phrase.Terms.Select(one => one.Term)],
                PhraseShape.Of(phrase.Terms, phrase.Slop, mark.Settings.SectionGap), labels, boost * rarity, limit)
            : null;
    }

    /// <summary>The terms near to one, each a part.</summary>
    public IEnumerable<PhrasePart> Near(FuzzyQuery query, float boost, IReadOnlySet<int>? labels) => terms.Of(query, boost, limit)
        .Select(near => new PhrasePart(query.Form, [near.Term], PhraseShape.Single, labels, near.Weight, limit));

    /// <summary>The terms of a shape; <see langword="null"/> where there are none.</summary>
    public SetPart? Set(Query query, float boost, IReadOnlySet<int>? labels)
    {
        var (shape, scoring) = query switch
        {
            PrefixQuery prefix => (TermShape.Of(prefix), prefix.Scoring),
            _ => (TermShape.Of((WildcardQuery)query), ((WildcardQuery)query).Scoring),
        };
        if (scoring == TermSetScoring.Constant)
        {
            return new SetPart(shape, labels, boost, limit);
        }

        var found = terms.Of(shape, limit);
        return found.Count == 0 ? null : new SetPart(shape, labels, boost * terms.Rarity(found.Max(term => term.Documents)), limit);
    }
}
