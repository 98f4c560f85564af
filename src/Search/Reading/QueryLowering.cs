using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Storing;

using static ProposalSearch.Search.Storing.ProposalDocument;

namespace ProposalSearch.Search.Reading;

/// <summary>
/// From the contract's query to the engine's: words to terms, section names to labels, spellings to values. One for each query.
/// </summary>
/// <param name="words">Words to queries.</param>
/// <param name="facets">The values of facets.</param>
/// <param name="labels">The sections' labels.</param>
/// <param name="ranked">
/// Whether what only adds to scores belongs to the query; without it, the query is what is to be marked in texts.
/// </param>
internal sealed class QueryLowering(WordLowering words, LoadedFacets facets, IReadOnlyList<SectionLabel> labels, bool ranked)
{
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
        WithinNode within when !HasWords(within.Inner) =>
            new BooleanQuery { Filter = [new ValueQuery(SectionsColumn, within.Sections), LowerWithin(within, scope, excluded)] },
        WithinNode within => LowerWithin(within, scope, excluded),
        EverythingNode => new AllQuery(),
        FacetNode facet => facets.With(facet.Field, facet.Value) ?? Unknown(facet),
        RangeNode range => facets.Between(range.Field, range.From, range.To),
        _ => Word(node, scope, excluded),
    };

    private Query LowerWithin(WithinNode within, HashSet<int>? scope, bool excluded) =>
        Lower(within.Inner, Narrow(scope, within.Sections), excluded);

    private BooleanQuery AnyOf(GroupNode group, HashSet<int>? scope, bool excluded)
    {
        var any = group.Clauses.Any(clause => clause.Node is EverythingNode);
        List<QueryNode> nodes = [.. group.Clauses.Select(clause => clause.Node).Where(node => node is not EverythingNode)];
        Query[] found = [.. nodes.Select(node => Optional(node, scope, excluded))];
        Query[] exact = [.. nodes.SelectMany(node => Extra(words.Exact, node, scope, excluded))];
        Query[] parts = [.. nodes.SelectMany(node => Extra(words.Parts, node, scope, excluded))];
        return parts.Length == 0 || any
            ? new BooleanQuery { Filter = any ? [new AllQuery()] : [], Should = [.. found, .. exact, .. parts], Minimum = any ? 0 : 1 }
            : new BooleanQuery { Filter = [new BooleanQuery { Should = found }], Should = [.. found, .. exact, .. parts], Minimum = 0 };
    }

    private Query Optional(QueryNode node, HashSet<int>? scope, bool excluded)
    {
        var query = Clause(node, scope, excluded);
        return HasWords(node) ? query : new ConstantQuery(query, 0);
    }

    private Query AllOf(GroupNode group, HashSet<int>? scope, bool excluded)
    {
        var (must, filter, not, should) = (new List<Query>(), new List<Query>(), new List<Query>(), new List<Query>());
        foreach (var clause in group.Clauses)
        {
            var isExcluded = clause.Occurrence == Occurrence.Excluded;
            var list = isExcluded ? not : HasWords(clause.Node) ? must : filter;
            list.Add(Clause(clause.Node, scope, excluded ^ isExcluded));
            should.AddRange(Beside(clause.Node, scope, excluded ^ isExcluded));
        }

        if (must.Count + filter.Count == 0)
        {
            filter.Add(new AllQuery());
        }

        return new BooleanQuery { Must = must, Filter = filter, Not = not, Should = should, Minimum = 0 };
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

    /// <summary>A word by itself.</summary>
    private Query Word(QueryNode node, HashSet<int>? scope, bool excluded)
    {
        var found = Found(node, scope, excluded);
        Query[] more = [.. Beside(node, scope, excluded)];
        return more.Length == 0 ? found : new BooleanQuery { Must = [found], Should = more, Minimum = 0 };
    }

    /// <summary>A part of a group, which sees to what adds to the score of words.</summary>
    private Query Clause(QueryNode node, HashSet<int>? scope, bool excluded) =>
        node is WordNode ? Found(node, scope, excluded) : Lower(node, scope, excluded);

    private Query Found(QueryNode node, HashSet<int>? scope, bool excluded)
    {
        var query = Scoped(words.Match(node), scope);
        var word = QueryText.Print(node);
        if (!excluded && !_words.Exists(known => known.Word == word))
        {
            _words.Add((word, query));
        }

        return excluded || words.Weight(node) is 1 ? query : new BoostQuery(query, words.Weight(node));
    }

    /// <summary>What adds to the score of proposals that have a word.</summary>
    private IEnumerable<Query> Beside(QueryNode node, HashSet<int>? scope, bool excluded) => node is not WordNode ? []
        : Extra(words.Exact, node, scope, excluded).Concat(Extra(words.Parts, node, scope, excluded));

    private IEnumerable<Query> Extra(Func<QueryNode, IEnumerable<Query>> extra, QueryNode node, HashSet<int>? scope, bool excluded) =>
        !ranked || excluded || scope is { Count: 0 } ? [] : extra(node).Select(query => Scoped(query, scope));

    private static Query Scoped(Query query, HashSet<int>? scope) =>
        scope is null ? query : scope.Count == 0 ? new NoneQuery() : new ScopeQuery(query, scope);

    private NoneQuery Unknown(FacetNode facet)
    {
        _warnings.Add($"No proposal has the {facet.Field} '{facet.Value}'.");
        return new NoneQuery();
    }
}
