using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>What becomes of the value of a key. Several may be true at once: a list of areas is a facet and an answer.</summary>
internal sealed record KeyPlan
{
    public FieldRole? Field { get; init; }

    /// <summary>Among the keys of a field, the lowest with a value wins.</summary>
    public int Rank { get; init; }

    /// <summary>
    /// Whether hardly any file has the key, and it is worded like a heading, so that its words belong to the text rather than to a form.
    /// </summary>
    public bool IsRare { get; init; }

    /// <summary>Whether it fills its field only where no better key has a value, and is what else is said here where one has.</summary>
    public bool IsFallback { get; init; }

    /// <summary>How an address is shown, or <see langword="null"/> where the value is none.</summary>
    public LinkRule? Link { get; init; }

    /// <summary>The key whose values label the addresses of this one, or <see langword="null"/>.</summary>
    public string? LinkLabels { get; init; }

    /// <summary>The facet that it has values of, or <see langword="null"/>.</summary>
    public FacetNormalizer? Facet { get; init; }

    /// <summary>For a key that says yes or no: the facet value that yes stands for.</summary>
    public string? Flag { get; init; }

    /// <summary>For a key of dates: which of two numbers is the day.</summary>
    public DayOrder DayOrder { get; init; }

    /// <summary>Values that say that the proposal is not served; <see langword="null"/> where the schema does not say.</summary>
    public IReadOnlyList<KeyPattern>? Unpublished { get; init; }

    /// <summary>Whether the text is searched as an answer.</summary>
    public bool IsAnswer { get; init; }

    public required string Question { get; init; }

    public string? QuestionId { get; init; }

    /// <summary>Whether the key words the question itself, rather than being a name for it.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>The question as <see cref="Wording.Normalize"/> has it.</summary>
    public required string NormalizedQuestion { get; init; }
}
