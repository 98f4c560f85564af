using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What a key was judged to be.</summary>
internal enum KeyKind
{
    /// <summary>Text to search.</summary>
    Answer,

    /// <summary>Values to filter by.</summary>
    Facet,

    /// <summary>Whole numbers to filter by.</summary>
    NumberFacet,
    People,
    Organization,
    Title,
    Summary,
    Year,
    Link,

    /// <summary>What to show for the addresses of another key.</summary>
    LinkLabel,

    /// <summary>The address of a picture.</summary>
    Image,

    /// <summary>Of use to programs only.</summary>
    Noise,
}

/// <summary>A judgement.</summary>
/// <param name="Kind">What the key is.</param>
/// <param name="Reason">What in the values, or in the name, led to it.</param>
/// <param name="Split">For a facet: what separates several values in one text, or <see langword="null"/>.</param>
/// <param name="Bounds">The bounds of the ranges in which numbers are counted, or <see langword="null"/> where each is.</param>
/// <param name="IsTruth">For a facet: whether its values say yes or no.</param>
internal sealed record KeyVerdict(
    KeyKind Kind, string Reason, string? Split = null, IReadOnlyList<long>? Bounds = null, bool IsTruth = false)
{
    /// <summary>For people: whether they are too few, or all one, to filter by.</summary>
    public bool IsWithoutFacet { get; init; }

    /// <summary>Whether the texts are numbers to refer by, or dates: no question is asked for these.</summary>
    public bool IsUnasked { get; init; }

    /// <summary>For a facet of paths: only their last part is the value.</summary>
    public bool IsPath { get; init; }

    /// <summary>Whether its texts may be answers.</summary>
    public bool IsAnswerToo => Kind is KeyKind.Answer or KeyKind.Facet or KeyKind.NumberFacet or KeyKind.People;
}

/// <summary>What was decided about a key.</summary>
/// <param name="Values">What its values look like.</param>
/// <param name="Verdict">What it was judged to be, and why.</param>
/// <param name="Plan">What becomes of it.</param>
internal sealed record KeyDecision(KeyValues Values, KeyVerdict Verdict, KeyPlan Plan)
{
    /// <summary>The role in words, such as <c>facet status</c> or <c>answer</c>.</summary>
    public string Role => Verdict.Kind switch
    {
        KeyKind.Answer => $"answer{Fallback}",
        KeyKind.Facet => $"facet {FacetField}{(Plan.Facet?.Rule.Answer == FacetAnswer.Always ? ", an answer too" : "")}{Fallback}",
        KeyKind.NumberFacet => $"facet {FacetField} of numbers",
        KeyKind.People => $"facet {FacetField} of people, an answer too{Fallback}",
        KeyKind.Organization => Plan.Facet is null ? "organization" : $"organization, and facet {FacetField} of people",
        KeyKind.Title => "title",
        KeyKind.Summary => "summary",
        KeyKind.Year => "year",
        KeyKind.Image => "image",
        KeyKind.Link => "link",
        KeyKind.LinkLabel => "labels of links",
        _ => "not searched",
    };

    private string Fallback => Plan is { IsFallback: true, Field: { } role }
        ? $", or {role.ToString().ToLowerInvariant()} where none is stated"
        : "";

    /// <summary>The field of its facet; of one that is counted in ranges, that of the numbers.</summary>
    private string FacetField => (Plan.Facet!.Rule.Below ?? Plan.Facet.Rule.Definition).Field;
}
