using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.OpenSearch.Queries;

/// <summary>From a query to the cluster's words for the documents that match it, without scores. Belongs to one search.</summary>
/// <param name="mark">What the index says of itself.</param>
/// <param name="terms">Its terms.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class MatchTranslator(IndexMark mark, IndexTerms terms, TimeLimit limit)
{
    /// <summary>All documents: parts of blobs have no number.</summary>
    private static readonly LeafClause _all = TokenQueries.Existing(Fields.Number);

    /// <summary>The documents of a query, within sections with some labels.</summary>
    public Clause Of(Query query, IReadOnlySet<int>? labels) => query switch
    {
        TermQuery term => Any(term.Form, terms.FrequencyOf(term.Form, term.Term) > 0 ? [term.Term] : [], labels),
        PhraseQuery { Terms: [var one] } phrase => Of(new TermQuery(phrase.Form, one.Term), labels),
        PhraseQuery phrase => Phrase(phrase, labels),
        PrefixQuery prefix => Set(TermShape.Of(prefix), labels),
        WildcardQuery wildcard => Set(TermShape.Of(wildcard), labels),
        FuzzyQuery fuzzy => Any(fuzzy.Form, [.. terms.Of(fuzzy, 1, limit).Select(near => near.Term)], labels),
        BooleanQuery boolean => BoolClause.Of(
            [], All(boolean.Should, labels), [.. All(boolean.Must, labels), .. All(boolean.Filter, labels)], All(boolean.Not, labels),
            MinimumOf(boolean)),
        BoostQuery inner => Of(inner.Inner, labels),
        ConstantQuery inner => Of(inner.Inner, labels),
        ScopeQuery scope => Of(scope.Inner, Within(scope, labels)),
        AllQuery => _all,
        ValueQuery value => Value(value),
        _ => NoClause.Instance,
    };

    /// <summary>The documents of several queries.</summary>
    public Clause[] All(IReadOnlyList<Query> queries, IReadOnlySet<int>? labels) => [.. queries.Select(query => Of(query, labels))];

    /// <summary>How many of the optional parts must match.</summary>
    public static int MinimumOf(BooleanQuery query) =>
        Math.Max(query.Minimum ?? 0, query.Must.Count + query.Filter.Count == 0 ? 1 : 0);

    /// <summary>The labels of a scope within others.</summary>
    public static IReadOnlySet<int> Within(ScopeQuery scope, IReadOnlySet<int>? labels) =>
        labels is null ? scope.Labels : scope.Labels.Where(labels.Contains).ToHashSet();

    /// <summary>The tokens of some terms.</summary>
    public static IReadOnlyList<string> Tokens(TermForm form, IReadOnlyList<string> terms, IReadOnlySet<int>? labels) => labels is null
        ? [.. terms.Select(term => Fields.Token(form, term))]
        : [.. labels.SelectMany(label => terms.Select(term => Fields.Token(form, term, label)))];

    private static Clause Any(TermForm form, IReadOnlyList<string> terms, IReadOnlySet<int>? labels) =>
        Tokens(form, terms, labels) is { Count: > 0 } tokens ? TokenQueries.Values(Fields.Terms, [.. tokens]) : NoClause.Instance;

    private Clause Phrase(PhraseQuery query, IReadOnlySet<int>? labels)
    {
        (int? Label, int Weight)[] places = labels is null ? [(null, 1)] : [.. labels.Select(label => ((int?)label, 1))];
        if (places.Length == 0 || terms.Rarity(query.Form, query.Terms) is null)
        {
            return NoClause.Instance;
        }

        int slop = PhraseShape.Of(query.Terms, query.Slop, mark.Settings.SectionGap).Slop;
        return new LeafClause(
            writer =>
            {
                writer.WriteStartArray("filter");
                TokenQueries.WritePhrase(writer, query, slop, places);
                writer.WriteEndArray();
            },
            0,
            places.Length).In("bool");
    }

    /// <summary>A pattern for the server where the sections do not matter, which it finds in its own dictionary; else the tokens.</summary>
    private Clause Set(TermShape shape, IReadOnlySet<int>? labels)
    {
        if (labels is not null)
        {
            return Any(shape.Form, [.. terms.Of(shape, limit).Select(term => term.Term)], labels);
        }

        return shape.IsPrefix
            ? new LeafClause(writer => writer.Member("prefix", prefix =>
                prefix.WriteString(Fields.Terms, Fields.Token(shape.Form, shape.Text))), 0)
            : new LeafClause(writer => writer.Member("wildcard", wildcard => wildcard.Member(Fields.Terms, pattern =>
                pattern.WriteString("value", Fields.Token(shape.Form, shape.Text.Replace("\\", "\\\\", StringComparison.Ordinal))))), 0);
    }

    private Clause Value(ValueQuery query)
    {
        if (mark.NumberOf(query.Column, ColumnKind.Text) is not { } number)
        {
            return query.Missing ? _all : NoClause.Instance;
        }

        string field = Fields.Column(number);
        Clause having = query.Values.Count == 0 ? NoClause.Instance
            : TokenQueries.Values(field, [.. query.Values.Distinct(StringComparer.Ordinal).Select(LongTexts.Token)]);
        return query.Missing ? BoolClause.Any([having, BoolClause.Of([], [], [_all], [TokenQueries.Existing(field)], 0)]) : having;
    }
}
