using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Backends.Lucene.Tests.Duel;

/// <summary>Query trees as one reads them in the message of a failed test.</summary>
internal static class TreeText
{
    public static string Of(Query query) => query switch
    {
        TermQuery term => $"{term.Form}:{term.Term}",
        PhraseQuery phrase => $"\"{string.Join(' ', phrase.Terms.Select(term => $"{term.Term}@{term.Position}"))}\"~{phrase.Slop}",
        BooleanQuery boolean =>
            $"({All('+', boolean.Must)}{All(' ', boolean.Should)}{All('#', boolean.Filter)}{All('-', boolean.Not)}| "
                + $"minimum {boolean.Minimum})",
        BoostQuery boost => $"{Of(boost.Inner)}^{boost.Factor}",
        ConstantQuery constant => $"{Of(constant.Inner)}={constant.Score}",
        ScopeQuery scope => $"in [{string.Join(' ', scope.Labels)}] {Of(scope.Inner)}",
        ValueQuery value => $"{value.Column}:[{string.Join(',', value.Values)}]{(value.Missing ? " or none" : "")}",
        _ => query.ToString(),
    };

    private static string All(char sign, IEnumerable<Query> queries) => string.Concat(queries.Select(query => $"{sign}{Of(query)} "));
}
