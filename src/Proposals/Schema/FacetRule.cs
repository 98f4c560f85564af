namespace ProposalSearch.Proposals.Schema;

/// <summary>
/// A facet as a schema states it, or as it was inferred: which keys have its values, and which value a text stands for. Immutable.
/// </summary>
internal sealed record FacetRule
{
    /// <summary>The <see cref="Split"/> of lists of people, whose handles and mail addresses are dropped.</summary>
    public const string SplitPeople = "people";

    /// <summary>Its field, label and type.</summary>
    public required FacetDefinition Definition { get; init; }

    /// <summary>Keys whose values are values of the facet.</summary>
    public IReadOnlyList<KeyPattern> Keys { get; init; } = [];

    /// <summary>Keys that say yes or no, each with the value that yes stands for.</summary>
    public IReadOnlyList<(KeyPattern Key, string Value)> Flags { get; init; } = [];

    /// <summary>Which texts of the keys are answers too, so that they are searched.</summary>
    public FacetAnswer Answer { get; init; } = FacetAnswer.Always;

    /// <summary>Whether explanations in parentheses are dropped, an unclosed one at the end included.</summary>
    public bool DropParentheses { get; init; }

    /// <summary>Whether values are written in small letters, in capitals, or as they are.</summary>
    public FacetCase Case { get; init; } = FacetCase.Keep;

    /// <summary>What separates several values in one text, or <see langword="null"/> where a text is one value.</summary>
    public string? Split { get; init; }

    /// <summary>A longer value, in characters, is no value but prose; it stays an answer.</summary>
    public int MaxLength { get; init; } = 80;

    /// <summary>Other spellings, each with the value that it stands for. The first that matches counts.</summary>
    public IReadOnlyList<(KeyPattern Spelling, string Value)> Aliases { get; init; } = [];

    /// <summary>
    /// What stands between the parts of values that are paths; <see langword="null"/> where the values tell, unless <see
    /// cref="HasNoPaths"/>.
    /// </summary>
    public PathSeparator? Separator { get; init; }

    /// <summary>Whether no value is a path, whatever it looks like.</summary>
    public bool HasNoPaths { get; init; }

    /// <summary>The facet that the values are part of: they are counted below its values too. Or <see langword="null"/>.</summary>
    public string? Within { get; init; }

    /// <summary>The facet of values below others, and of the numbers in ranges; or <see langword="null"/>.</summary>
    public FacetDefinition? Below { get; init; }

    /// <summary>The values that there may be, or <see langword="null"/> for any.</summary>
    public FacetVocabulary? Vocabulary { get; init; }

    /// <summary>Whether values are also found within longer texts. For a facet with a vocabulary.</summary>
    public bool FindsWithin { get; init; }

    /// <summary>Which texts that name no value of the vocabulary are values themselves, rather than prose.</summary>
    public UnlistedValues Unlisted { get; init; } = UnlistedValues.Keep;

    /// <summary>For numbers: the ranges that the facet counts, while <see cref="Below"/> has the numbers.</summary>
    public NumberRanges? Ranges { get; init; }

    /// <summary>All keys: those with values, and those that say yes or no with the value that yes stands for.</summary>
    public IEnumerable<(KeyPattern Pattern, string? Flag)> AllKeys
        => Keys.Select(static key => (key, (string?)null)).Concat(Flags.Select(static flag => (flag.Key, (string?)flag.Value)));

    /// <summary>Its definitions: its own, and that of the facet below.</summary>
    public IEnumerable<FacetDefinition> Definitions => Below is null ? [Definition] : [Definition, Below];

    /// <summary>Whether its texts are to be numbers.</summary>
    public bool IsOfNumbers => Definition.Type == FacetType.Number || Ranges is not null;

    /// <summary>A facet of numbers as one that counts ranges of them; the numbers themselves stay as a facet below it.</summary>
    /// <param name="field">The field of the ranges.</param>
    /// <param name="ranges">The ranges.</param>
    public FacetRule CountedIn(string field, NumberRanges ranges) => this with
    {
        Definition = new FacetDefinition(field, Definition.Label, FacetType.Text),
        Below = Definition with { IsListed = false },
        Ranges = ranges,
    };
}
