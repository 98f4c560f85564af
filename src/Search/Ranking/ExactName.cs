using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Ranking;

/// <summary>
/// What brings proposals to the front whose title, organization or id is just what was typed: whoever types a whole name wants what has it.
/// </summary>
internal static class ExactName
{
    /// <summary>What a proposal gets for its title or its id: more than all words of any query together.</summary>
    public const float OfTitle = 4_096;

    /// <summary>What it gets for its organization.</summary>
    public const float OfOrganization = 2_048;

    /// <summary>Beyond so many characters, nothing has such a name.</summary>
    private const int MaxLength = 1_000;

    /// <summary>Queries to be added to one that finds proposals anyhow.</summary>
    public static IReadOnlyList<Query> Of(string text) => !CanBe(text)
        ? []
        :
        [
            new ConstantQuery(TitleOrId(text), OfTitle),
            new ConstantQuery(new ValueQuery(ProposalNames.Column, [ProposalNames.Verbatim(text)]), OfOrganization),
            new ConstantQuery(new ValueQuery(ProposalNames.Column, [ProposalNames.Organization(text)]), OfOrganization),
        ];

    /// <summary>
    /// A query that also finds what has this title or id, though its words be read otherwise than those of a text: "Nature:Identification"
    /// is a field and a word, or an id has words that its proposal lacks. A query with something to leave out, or to filter by, is no
    /// name.
    /// </summary>
    public static Query Found(Query query, string text, QueryNode? root) =>
        root is null || !CanBe(text) || HasSections(root)
            || QueryText.Leaves(root).Any(static leaf => leaf.Excluded || leaf.Node is FacetNode or RangeNode)
            ? query
            : new BooleanQuery { Should = [query, new ConstantQuery(TitleOrId(text), 0)] };

    /// <summary>Whether some of a query is looked for in some sections only.</summary>
    public static bool HasSections(QueryNode? node) => node switch
    {
        WithinNode => true,
        GroupNode group => group.Clauses.Any(static clause => HasSections(clause.Node)),
        _ => false,
    };

    private static bool CanBe(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MaxLength;

    private static ValueQuery TitleOrId(string text) =>
        new(ProposalNames.Column, [ProposalNames.Title(text), ProposalNames.Id(text)]);
}
