namespace ProposalSearch.Search.Related;

/// <summary>What a proposal has to do with others of its archive.</summary>
public sealed record RelatedProposals
{
    /// <summary>Other proposals of the same organization, the newest first.</summary>
    public IReadOnlyList<OrganizationProposal> OrganizationProposals { get; init; } = [];

    /// <summary>
    /// Other names under which the organization proposed, spelled otherwise than this one by more than signs and forms of company; those
    /// that came later first.
    /// </summary>
    public IReadOnlyList<OtherName> OtherNames { get; init; } = [];

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

/// <summary>Another name of an organization.</summary>
/// <param name="Name">The name, as most of its proposals spell it.</param>
/// <param name="Proposals">How many proposals have it.</param>
/// <param name="FirstYear">The first year of those, or <see langword="null"/> where none states one.</param>
/// <param name="LastYear">The last year of those, or <see langword="null"/>.</param>
/// <param name="Time">Whether it was named so before or after the proposal that is looked at.</param>
public sealed record OtherName(string Name, int Proposals, int? FirstYear, int? LastYear, NameTime Time);

/// <summary>When an organization had another name.</summary>
public enum NameTime
{
    /// <summary>In the same years, or nobody knows.</summary>
    Also,

    /// <summary>Only in years before: "named earlier as".</summary>
    Earlier,

    /// <summary>Only in years after: "named later as".</summary>
    Later,
}

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
