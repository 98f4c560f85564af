using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// The plain twin of a query: whether a proposal matches, by going through its words. For words that stand in one form only.
/// </summary>
public static class PlainQuery
{
    /// <summary>Whether a proposal matches.</summary>
    public static bool Matches(QueryNode node, Proposal proposal) => Matches(node, proposal, scope: null);

    private static bool Matches(QueryNode node, Proposal proposal, IReadOnlyList<string>? scope) => node switch
    {
        GroupNode { IsAnyOf: true } group => group.Clauses.Any(clause => Matches(clause.Node, proposal, scope)),
        GroupNode group => group.Clauses.All(clause => Matches(clause.Node, proposal, scope) == (clause.Occurrence == Occurrence.Required)),
        WithinNode within => Matches(within.Inner, proposal, Narrow(scope, within.Sections))
            && (HasWords(within.Inner) || Sections(proposal, within.Sections).Any()),
        FacetNode facet => HasValue(proposal, facet),
        RangeNode range => Values(proposal, range.Field).Any(value => IsBetween(long.Parse(value, CultureInfo.InvariantCulture), range)),
        WordNode word => Sections(proposal, scope).Any(section => Find(section, [word.Text])),
        PhraseNode phrase => Sections(proposal, scope).Any(section => Find(section, phrase.Text.Split(' '))),
        PrefixNode prefix => Sections(proposal, scope)
            .Any(section => Array.Exists(section, word => word.StartsWith(prefix.Text, StringComparison.Ordinal))),
        _ => true,
    };

    private static string[] Narrow(IReadOnlyList<string>? scope, IReadOnlyList<string> sections) =>
        [.. sections.Where(section => scope is null || scope.Contains(section))];

    private static bool HasWords(QueryNode node) => node switch
    {
        EverythingNode or FacetNode or RangeNode => false,
        GroupNode group => group.Clauses.Any(clause => clause.Occurrence != Occurrence.Excluded && HasWords(clause.Node)),
        WithinNode within => HasWords(within.Inner),
        _ => true,
    };

    private static IEnumerable<string[]> Sections(Proposal proposal, IReadOnlyList<string>? scope)
    {
        (string? Name, string? Text)[] all =
        [
            (QuerySections.Title, proposal.Title), (QuerySections.Summary, proposal.Summary),
            (QuerySections.Organization, proposal.Organization),
            .. proposal.Answers.Select(answer => (answer.QuestionId, answer.Text)),
        ];
        return all.Where(section => section.Text is not null && (scope is null || scope.Contains(section.Name)))
            .Select(section => Words(section.Text!));
    }

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', ':', '-', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static bool Find(string[] words, string[] wanted) =>
        Enumerable.Range(0, Math.Max(0, words.Length - wanted.Length + 1)).Any(at => words.AsSpan(at, wanted.Length).SequenceEqual(wanted));

    private static bool HasValue(Proposal proposal, FacetNode facet) => facet.Value == FacetFilter.Missing
        ? Values(proposal, facet.Field).Count == 0
        : Values(proposal, facet.Field).Contains(facet.Value, StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Values(Proposal proposal, string field) => proposal.Facets.GetValueOrDefault(field) ?? [];

    private static bool IsBetween(long number, RangeNode range) => !(number < range.From) && !(number > range.To);
}
