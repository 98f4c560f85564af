namespace ProposalSearch.Proposals.Applicants;

/// <summary>What proposals have to do with each other. Immutable.</summary>
/// <param name="ById">Of each proposal that has to do with another, by its id.</param>
public sealed record ApplicantRelations(IReadOnlyDictionary<string, ApplicantRelation> ById);

/// <summary>What one proposal has to do with others.</summary>
public sealed record ApplicantRelation
{
    /// <summary>The ids of all proposals of its organization, its own included; empty where it is the only one.</summary>
    public IReadOnlyList<string> Organization { get; init; } = [];

    /// <summary>What it says of its organization; empty where it is the only one.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Answers that others gave alike.</summary>
    public IReadOnlyList<AlikeAnswer> Answers { get; init; } = [];
}

/// <summary>An answer that another proposal gives alike.</summary>
/// <param name="Answer">The answer, from 0.</param>
/// <param name="OtherId">The other proposal.</param>
/// <param name="OtherAnswer">The other's answer, from 0.</param>
public readonly record struct AlikeAnswer(int Answer, string OtherId, int OtherAnswer);
