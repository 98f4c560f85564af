using ProposalSearch.Proposals.Likeness;

namespace ProposalSearch.Proposals.Schema;

/// <summary>What a schema says of how wordings are compared.</summary>
internal sealed record LikenessRules
{
    /// <summary>The default of <see cref="Threshold"/>; <see cref="KnownWordings"/> says how it was chosen.</summary>
    public const double DefaultThreshold = 0.55;

    /// <summary>The default of <see cref="Margin"/>.</summary>
    public const double DefaultMargin = 0.05;

    /// <summary>Words that mean the same in questions, the first standing for all.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; } = [];

    /// <summary>Words that tell how to answer, not what: <c>describe</c>, <c>list</c>.</summary>
    public IReadOnlyList<string> Asides { get; init; } = [];

    /// <summary>Words that stand for one another, such as the names of an archive's categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Wordings that forms have too and that ask for no canonical question.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The least likeness that assigns a wording, from 0 to 1; above 1 nothing is assigned by likeness.</summary>
    public double Threshold { get; init; } = DefaultThreshold;

    /// <summary>By how much the best question must beat the second, from 0 to 1.</summary>
    public double Margin { get; init; } = DefaultMargin;
}
