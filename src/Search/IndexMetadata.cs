using ProposalSearch.Proposals;

namespace ProposalSearch.Search;

/// <summary>What the product needs to know about an index beside its proposals. Stored in it.</summary>
public sealed record IndexMetadata
{
    /// <summary>A digest of sources, schema and the program's index version: where it differs from today's, the index is stale.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The facets, in the order to show them.</summary>
    public IReadOnlyList<FacetDefinition> Facets { get; init; } = [];

    /// <summary>The canonical questions.</summary>
    public IReadOnlyList<QuestionDefinition> Questions { get; init; } = [];

    /// <summary>Words that are found too where others are typed, in the language of the index.</summary>
    public IReadOnlyList<WordSynonyms> Synonyms { get; init; } = [];

    /// <summary>
    /// The names of each organization that has several: spelled otherwise, or others in other years. No name is of two organizations. They
    /// follow a change a little later, see <see cref="AreListsStale"/>.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Organizations { get; init; } = [];

    /// <summary>What curators show first for some queries.</summary>
    public IReadOnlyList<BestBet> BestBets { get; init; } = [];

    /// <summary>Whether any proposal states the day of its submission, so that they can be sorted by it.</summary>
    public bool HasDays { get; init; }

    /// <summary>The wordings of the archive's questions, those with most answers first; of a great many only the first.</summary>
    public IReadOnlyList<QuestionWording> Wordings { get; init; } = [];

    /// <summary>
    /// Texts of the files that became other facet values than they are, those that most files have first; of a great many only the first.
    /// </summary>
    public IReadOnlyList<FacetWording> FacetWordings { get; init; } = [];

    /// <summary>
    /// Whether completions, and what is said of applicants and answers given before, are of an earlier state of the proposals. They depend
    /// on all proposals, and follow a change a little later, so that the change can be searched at once.
    /// </summary>
    public bool AreListsStale { get; init; }
}
