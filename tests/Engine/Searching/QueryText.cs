using System.Globalization;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>Queries as text, for the messages of tests.</summary>
internal static class QueryText
{
    public static string Of(Query query) => query switch
    {
        TermQuery term => $"{term.Form}:{term.Term}",
        PhraseQuery phrase =>
            $"{phrase.Form}:\"{string.Join(' ', phrase.Terms.Select(term => $"{term.Term}@{term.Position}"))}\"~{phrase.Slop}",
        PrefixQuery prefix => $"{prefix.Form}:{prefix.Prefix}* {prefix.Scoring}",
        WildcardQuery shape => $"{shape.Form}:/{shape.Pattern}/ {shape.Scoring}",
        FuzzyQuery fuzzy =>
            $"{fuzzy.Form}:{fuzzy.Term}~{fuzzy.Edits} (prefix {fuzzy.PrefixLength}, transpositions {fuzzy.Transpositions}, most "
                + $"{fuzzy.MaximumTerms})",
        BoostQuery boost => string.Create(CultureInfo.InvariantCulture, $"({Of(boost.Inner)})^{boost.Factor}"),
        ConstantQuery constant => string.Create(CultureInfo.InvariantCulture, $"constant {constant.Score} ({Of(constant.Inner)})"),
        ScopeQuery scope => $"in [{string.Join(' ', scope.Labels)}] ({Of(scope.Inner)})",
        ValueQuery value => $"{value.Column} in [{string.Join(" | ", value.Values)}]{(value.Missing ? " or missing" : "")}",
        BooleanQuery boolean =>
            $"(must {All(boolean.Must)} should {All(boolean.Should)} filter {All(boolean.Filter)} not {All(boolean.Not)} minimum "
                + $"{boolean.Minimum})",
        _ => query.ToString(),
    };

    public static string Of(SearchOptions options) =>
        $"top {options.Top}, {options.Sort}, filters "
            + $"{string.Join(" ", options.Filters.Select(filter => $"{filter.Column}: {Of(filter.Condition)}"))}, facets "
            + $"{string.Join(' ', options.Facets)}";

    private static string All(IReadOnlyList<Query> queries) => $"[{string.Join(", ", queries.Select(Of))}]";
}
