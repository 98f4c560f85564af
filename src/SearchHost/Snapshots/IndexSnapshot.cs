using ProposalSearch.Proposals.Search;
using ProposalSearch.Proposals.Search.Language;

namespace ProposalSearch.SearchHost.Snapshots;

/// <summary>An opened index with what requests look up in it. Immutable: a request reads one snapshot from beginning to end.</summary>
public sealed class IndexSnapshot
{
    /// <summary>A snapshot of this index.</summary>
    public IndexSnapshot(IProposalIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        Index = index;
        Identity = index.Identity;
        Facets = index.Metadata.Facets.ToDictionary(facet => facet.Field, StringComparer.Ordinal);
        Questions = index.Metadata.Questions.Select(question => question.Id).Concat(QuerySections.All).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The index.</summary>
    public IProposalIndex Index { get; }

    /// <summary>Which index it is.</summary>
    public IndexIdentity Identity { get; }

    /// <summary>The schema's facets by field.</summary>
    public IReadOnlyDictionary<string, FacetDefinition> Facets { get; }

    /// <summary>What can be searched within: the ids of the canonical questions, and the sections that every proposal has.</summary>
    public IReadOnlySet<string> Questions { get; }
}
