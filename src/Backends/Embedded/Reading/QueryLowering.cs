using ProposalSearch.Backends.Embedded.Storing;
using ProposalSearch.Engine.Analysis;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Queries;
using ProposalSearch.Proposals.Search.Language;
using static ProposalSearch.Backends.Embedded.Building.ProposalDocument;

namespace ProposalSearch.Backends.Embedded.Reading;

/// <summary>From the contract's query to the engine's: words to terms, section names to labels, spellings to values. One for each query.</summary>
internal sealed class QueryLowering(TermNormalizer normalizer, FacetValues facets, IReadOnlyList<SectionLabel> labels)
{
    /// <summary>Words that a fuzzy word stands for at most, the nearest first.</summary>
    public const int MaxFuzzyTerms = 1_000;

    private readonly List<(string Word, Query Query)> _words = [];
    private readonly List<string> _warnings = [];

    /// <summary>All words, phrases and patterns that are to be found, as typed and as queries of their own.</summary>
    public IReadOnlyList<(string Word, Query Query)> Words => _words;

    /// <summary>What people should know of how the query was read.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The engine's query.</summary>
    public Query Lower(QueryNode? root) => root is null ? new AllQuery() : Lower(root, scope: null, excluded: false);

    private Query Lower(QueryNode node, HashSet<int>? scope, bool excluded) => node switch
    {
        GroupNode { IsAnyOf: true } group => AnyOf(group, scope, excluded),
        GroupNode group => AllOf(group, scope, excluded),
        WithinNode { Inner: EverythingNode } within => new ValueQuery(SectionsColumn, within.Sections),
        WithinNode within when !HasWords(within.Inner) => new BooleanQuery { Filter = [new ValueQuery(SectionsColumn, within.Sections), LowerWithin(within, scope, excluded)] },
        WithinNode within => LowerWithin(within, scope, excluded),
        EverythingNode => new AllQuery(),
        FacetNode facet => facets.With(facet.Field, facet.Value, Fold) ?? Unknown(facet),
        RangeNode range => facets.Between(range.Field, range.From, range.To),
        _ => Word(node, scope, excluded),
    };

    private Query LowerWithin(WithinNode within, HashSet<int>? scope, bool excluded) => Lower(within.Inner, Narrow(scope, within.Sections), excluded);

    private BooleanQuery AnyOf(GroupNode group, HashSet<int>? scope, bool excluded)
    {
        var any = group.Clauses.Any(clause => clause.Node is EverythingNode);
        return new BooleanQuery
        {
            Filter = any ? [new AllQuery()] : [],
            Should = [.. group.Clauses.Where(clause => clause.Node is not EverythingNode).Select(clause => Optional(clause.Node, scope, excluded))],
            Minimum = any ? 0 : 1,
        };
    }

    private Query Optional(QueryNode node, HashSet<int>? scope, bool excluded)
    {
        var query = Lower(node, scope, excluded);
        return HasWords(node) ? query : new ConstantQuery(query, 0);
    }

    private Query AllOf(GroupNode group, HashSet<int>? scope, bool excluded)
    {
        var (must, filter, not) = (new List<Query>(), new List<Query>(), new List<Query>());
        foreach (var clause in group.Clauses)
        {
            var isExcluded = clause.Occurrence == Occurrence.Excluded;
            var list = isExcluded ? not : HasWords(clause.Node) ? must : filter;
            list.Add(Lower(clause.Node, scope, excluded ^ isExcluded));
        }

        if (must.Count + filter.Count == 0)
        {
            filter.Add(new AllQuery());
        }

        return new BooleanQuery { Must = must, Filter = filter, Not = not };
    }

    /// <summary>Whether a part of a query adds to scores.</summary>
    public static bool HasWords(QueryNode? node) => node switch
    {
        null or EverythingNode or FacetNode or RangeNode or WithinNode { Inner: EverythingNode } => false,
        WithinNode within => HasWords(within.Inner),
        GroupNode group => group.Clauses.Any(clause => clause.Occurrence != Occurrence.Excluded && HasWords(clause.Node)),
        _ => true,
    };

    private HashSet<int> Narrow(HashSet<int>? scope, IReadOnlyList<string> sections)
    {
        var narrowed = sections.SelectMany(section => SectionLabels.Named(labels, section)).ToHashSet();
        if (scope is not null)
        {
            narrowed.IntersectWith(scope);
        }

        return narrowed;
    }

    private Query Word(QueryNode node, HashSet<int>? scope, bool excluded)
    {
        var query = scope is { Count: 0 } ? new NoneQuery() : Term(node);
        query = scope is null or { Count: 0 } ? query : new ScopeQuery(query, scope);
        var word = QueryText.Print(node);
        if (!excluded && !_words.Exists(known => known.Word == word))
        {
            _words.Add((word, query));
        }

        return query;
    }

    private Query Term(QueryNode node) => node switch
    {
        WordNode word => Phrase(TermForm.Stemmed, Analyzer.Stemmed(word.Text, normalizer), 0),
        PhraseNode phrase => Phrase(TermForm.Exact, Analyzer.Exact(phrase.Text, normalizer), phrase.Slop),
        PrefixNode prefix => new PrefixQuery(TermForm.Exact, Fold(prefix.Text), TermSetScoring.Blended),
        WildcardNode wildcard => new WildcardQuery(TermForm.Exact, Fold(wildcard.Pattern), TermSetScoring.Blended),
        FuzzyNode fuzzy => new FuzzyQuery(TermForm.Exact, Fold(fuzzy.Text), fuzzy.Edits) { MaximumTerms = MaxFuzzyTerms },
        _ => new NoneQuery(),
    };

    private static Query Phrase(TermForm form, List<Token> tokens, int slop) => tokens switch
    {
        [] => new NoneQuery(),
        [var token] => new TermQuery(form, token.Term),
        _ => new PhraseQuery(form, tokens.ConvertAll(token => new PhraseTerm(token.Term, token.Position - tokens[0].Position)), slop),
    };

    private string Fold(string text)
    {
        var folded = new char[text.Length * TermNormalizer.MaxExpansion];
        return new string(folded, 0, normalizer.Exact(text, folded));
    }

    private NoneQuery Unknown(FacetNode facet)
    {
        _warnings.Add($"No proposal has the {facet.Field} '{facet.Value}'.");
        return new NoneQuery();
    }
}
