using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;

namespace ProposalSearch.Search.Related;

/// <summary>What an organization proposed over the years, under all names that it had.</summary>
/// <param name="Id">The id of the first of its proposals, in ordinal order: the same whichever of them led here.</param>
/// <param name="Name">The name that its newest proposals state; <see langword="null"/> where none states one.</param>
/// <param name="Names">All names, that of the newest proposals first.</param>
/// <param name="Proposals">Its proposals, the newest first; of a great many the first <see cref="Most"/>.</param>
/// <param name="Total">How many proposals there are.</param>
/// <param name="Evidence">What says that they are of one organization, the strongest first; empty where there is one proposal.</param>
public sealed record OrganizationHistory(
    string Id,
    string? Name,
    IReadOnlyList<NameOfYears> Names,
    IReadOnlyList<Proposal> Proposals,
    int Total,
    IReadOnlyList<SharedEvidence> Evidence)
{
    /// <summary>Proposals that are told at most.</summary>
    public const int Most = 300;
}

/// <summary>A name that an organization had.</summary>
/// <param name="Name">As proposals state it.</param>
/// <param name="Years">In which years, in order.</param>
public sealed record NameOfYears(string Name, IReadOnlyList<int> Years);

/// <summary>Something that several proposals say of who proposes them.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The id, the website or the account; of a name, how one of them writes it.</param>
/// <param name="Proposals">How many proposals say it.</param>
public sealed record SharedEvidence(EvidenceKind Kind, string Value, int Proposals);
