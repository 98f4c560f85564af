namespace ProposalSearch.Search.Related;

/// <summary>What a proposal has to do with others of its archive.</summary>
public sealed record RelatedProposals
{
    /// <summary>Other proposals of the same organization, the newest first.</summary>
    public IReadOnlyList<OrganizationProposal> OrganizationProposals { get; init; } = [];

    /// <summary>Answers that another proposal gives in the same words, the most alike first.</summary>
    public IReadOnlyList<SharedAnswer> AlsoProposedIn { get; init; } = [];
}

/// <summary>Another proposal of an organization.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Organization">The organization as that proposal spells it, or <see langword="null"/>.</param>
/// <param name="Year">Its year, or <see langword="null"/>.</param>
/// <param name="Evidence">
/// Why it is the same organization, in phrases such as <c>same website liftla.org</c>. Empty where the two have nothing in common
/// themselves, but each with a third.
/// </param>
public sealed record OrganizationProposal(string Id, string Title, string? Organization, int? Year, IReadOnlyList<string> Evidence);

/// <summary>An answer that another proposal gives too.</summary>
/// <param name="Answer">The answer of this proposal, from 0.</param>
/// <param name="Share">
/// How much of it is in the other, word for word, from 0 to 1: of its runs of five words, those that the other has.
/// </param>
/// <param name="Id">The other proposal.</param>
/// <param name="Title">Its title.</param>
/// <param name="Organization">Its organization, or <see langword="null"/>.</param>
/// <param name="Year">Its year, or <see langword="null"/>.</param>
/// <param name="OtherAnswer">The answer there, from 0.</param>
/// <param name="OtherQuestion">The question there.</param>
public sealed record SharedAnswer(
    int Answer, double Share, string Id, string Title, string? Organization, int? Year, int OtherAnswer, string OtherQuestion);
