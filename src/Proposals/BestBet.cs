namespace ProposalSearch.Proposals;

/// <summary>What the archive's curators show first for some queries.</summary>
/// <param name="Queries">The queries, whatever their case, accents and signs.</param>
/// <param name="Proposals">Ids of proposals to show first, in this order; those that are not there are left out.</param>
/// <param name="Text">A text to show above, or <see langword="null"/>.</param>
/// <param name="Link">Where the text leads, or <see langword="null"/>.</param>
/// <param name="From">The first day on which it is shown, or <see langword="null"/>.</param>
/// <param name="To">The last day on which it is shown, or <see langword="null"/>.</param>
public sealed record BestBet(
    IReadOnlyList<string> Queries, IReadOnlyList<string> Proposals, string? Text, string? Link, DateOnly? From, DateOnly? To)
{
    /// <summary>Whether it is shown on a day.</summary>
    public bool IsShownOn(DateOnly day) => !(day < From) && !(day > To);
}
