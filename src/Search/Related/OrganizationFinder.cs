using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;

namespace ProposalSearch.Search.Related;

/// <summary>Tells what the organization of a proposal proposed over the years. Works with every backend.</summary>
public static class OrganizationFinder
{
    /// <summary>The organization of a proposal, which may be its only one.</summary>
    /// <exception cref="InvalidDataException">The index was written by another version.</exception>
    public static async ValueTask<OrganizationHistory> FindAsync(
        ProposalIndex index, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(proposal);
        var relations = (await index.RelationsAsync(cancellation).ConfigureAwait(false)).ById;
        string[] ids = relations.TryGetValue(proposal.Id, out var relation) && relation.Organization.Count > 0
            ? [.. relation.Organization.Order(StringComparer.Ordinal)] : [proposal.Id];
        var told = ids.Take(OrganizationHistory.Most).ToList();
        var found = (await index.FindAsync(told, cancellation).ConfigureAwait(false)).OfType<Proposal>();
        Proposal[] proposals =
            [.. found.OrderByDescending(static one => one.Year).ThenBy(static one => one.Title, StringComparer.Ordinal)];
        var names = Names(proposals);
        return new OrganizationHistory(
            ids[0], names.Count == 0 ? null : names[0].Name, names, proposals, ids.Length, Shared(proposals, relations));
    }

    private static List<NameOfYears> Names(Proposal[] proposals) =>
    [
        .. proposals.Where(static one => !string.IsNullOrWhiteSpace(one.Organization))
            .GroupBy(static one => one.Organization!, StringComparer.Ordinal)
            .Select(static group => new NameOfYears(
                group.Key, [.. group.Select(static one => one.Year).OfType<int>().Distinct().Order()])),
    ];

    /// <summary>What two proposals at least say alike.</summary>
    private static List<SharedEvidence> Shared(Proposal[] proposals, IReadOnlyDictionary<string, ApplicantRelation> relations) =>
    [
        .. proposals.Where(one => relations.ContainsKey(one.Id))
            .SelectMany(one => relations[one.Id].Evidence.Distinct().Select(evidence => (Evidence: evidence, Proposal: one)))
            .GroupBy(static one => one.Evidence, static one => one.Proposal)
            .Where(static group => group.Count() > 1)
            .OrderBy(static group => group.Key.Kind)
            .ThenByDescending(static group => group.Count())
            .ThenBy(static group => group.Key.Value, StringComparer.Ordinal)
            .Select(static group => new SharedEvidence(group.Key.Kind, Written(group.Key, group), group.Count())),
    ];

    private static string Written(Evidence evidence, IEnumerable<Proposal> proposals) =>
        evidence.Kind == EvidenceKind.Name ? proposals.First().Organization ?? evidence.Value : evidence.Value;
}
