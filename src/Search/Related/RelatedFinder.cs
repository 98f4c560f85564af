using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;

namespace ProposalSearch.Search.Related;

/// <summary>Tells what a proposal of an index has to do with the others. Works with every backend.</summary>
public static class RelatedFinder
{
    /// <summary>Less than this share of an answer in another is no repetition.</summary>
    public const double LeastShare = 0.5;

    /// <summary>As many answers of others are told, at most.</summary>
    public const int MostAnswers = 50;

    /// <summary>Reads the related proposals. Those that the index does not have are left out.</summary>
    /// <exception cref="InvalidDataException">The index was written by another version.</exception>
    public static async ValueTask<RelatedProposals> FindAsync(
        ProposalIndex index, Proposal proposal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(proposal);
        var relations = (await index.RelationsAsync(cancellation).ConfigureAwait(false)).ById;
        if (!relations.TryGetValue(proposal.Id, out var relation))
        {
            return new RelatedProposals();
        }

        var ids = relation.Organization.Concat(relation.Answers.Select(static alike => alike.OtherId))
            .Where(id => id != proposal.Id)
            .Distinct(StringComparer.Ordinal);
        var others = (await index.FindAsync([.. ids], cancellation).ConfigureAwait(false))
            .OfType<Proposal>()
            .ToDictionary(static other => other.Id, StringComparer.Ordinal);
        return new RelatedProposals
        {
            OrganizationProposals = [.. relation.Organization.Where(others.ContainsKey)
                .Select(id => Of(others[id], relation.Evidence.Intersect(relations[id].Evidence)))
                .OrderByDescending(static other => other.Year)
                .ThenBy(static other => other.Id, StringComparer.Ordinal)],
            OtherNames = OtherNames(proposal, [.. relation.Organization.Where(others.ContainsKey).Select(id => others[id])]),
            AlsoProposedIn = Shared(proposal, relation.Answers, others),
        };
    }

    private static IReadOnlyList<OtherName> OtherNames(Proposal proposal, IReadOnlyList<Proposal> others)
    {
        var own = OrganizationSpelling.KeyOf(proposal.Organization ?? "");
        return
        [
            .. others.Where(static other => !string.IsNullOrWhiteSpace(other.Organization))
                .GroupBy(static other => OrganizationSpelling.KeyOf(other.Organization!), StringComparer.Ordinal)
                .Where(names => names.Key != own)
                .Select(names => Named([.. names], proposal.Year))
                .OrderByDescending(static name => name.LastYear)
                .ThenBy(static name => name.Name, StringComparer.Ordinal),
        ];
    }

    private static OtherName Named(IReadOnlyList<Proposal> proposals, int? year)
    {
        var name = proposals.CountBy(static proposal => proposal.Organization!)
            .OrderByDescending(static spelling => spelling.Value)
            .ThenBy(static spelling => spelling.Key, StringComparer.Ordinal)
            .First().Key;
        var (first, last) = (proposals.Min(static proposal => proposal.Year), proposals.Max(static proposal => proposal.Year));
        var time = first > year ? NameTime.Later : last < year ? NameTime.Earlier : NameTime.Also;
        return new OtherName(name, proposals.Count, first, last, time);
    }

    private static OrganizationProposal Of(Proposal other, IEnumerable<Evidence> evidence)
        => new(other.Id, other.Title, other.Organization, other.Year, [.. evidence.OrderBy(static one => one.Kind).Select(Phrase)]);

    private static string Phrase(Evidence evidence) => evidence.Kind switch
    {
        EvidenceKind.OrganizationId => $"same organization_id {evidence.Value}",
        EvidenceKind.Website => $"same website {evidence.Value}",
        EvidenceKind.Account => $"same account {evidence.Value}",
        _ => "same name",
    };

    /// <summary>The exact share, of the one answer there that has most of it.</summary>
    private static List<SharedAnswer> Shared(Proposal proposal, IReadOnlyList<AlikeAnswer> answers, Dictionary<string, Proposal> others)
        => [.. answers
            .Where(
                alike =>
                    others.TryGetValue(alike.OtherId, out var other)
                        && alike.OtherAnswer < other.Answers.Count
                        && alike.Answer < proposal.Answers.Count)
            .Select(alike => Compare(proposal.Answers[alike.Answer], alike, others[alike.OtherId]))
            .Where(static shared => shared.Share >= LeastShare)
            .OrderByDescending(static shared => shared.Share)
            .ThenBy(static shared => shared.Answer)
            .ThenBy(static shared => shared.Id, StringComparer.Ordinal)
            .DistinctBy(static shared => (shared.Answer, shared.Id))
            .Take(MostAnswers)];

    private static SharedAnswer Compare(Answer answer, AlikeAnswer alike, Proposal other)
    {
        var theirs = other.Answers[alike.OtherAnswer];
        HashSet<ulong> own = [.. Shingles.Of(answer.Text)];
        var shared = own.Count == 0 ? 0 : Shingles.Of(theirs.Text).ToHashSet().Count(own.Contains) / (double)own.Count;
        return new SharedAnswer(
            alike.Answer, shared, other.Id, other.Title, other.Organization, other.Year, alike.OtherAnswer, theirs.Question);
    }
}
