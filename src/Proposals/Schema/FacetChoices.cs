namespace ProposalSearch.Proposals.Schema;

/// <summary>A value of a proposal for a facet.</summary>
/// <param name="Field">The facet.</param>
/// <param name="Value">The value.</param>
internal readonly record struct FacetEntry(string Field, string Value);

/// <summary>Which texts of a facet's keys are answers too.</summary>
internal enum FacetAnswer
{
    /// <summary>All of them.</summary>
    Always,

    /// <summary>Those that are too long to be values, so that no text is lost.</summary>
    Prose,

    /// <summary>None.</summary>
    Never,
}

/// <summary>What becomes of the letters of a facet value.</summary>
internal enum FacetCase
{
    /// <summary>They stay.</summary>
    Keep,

    /// <summary>They become small.</summary>
    Lower,

    /// <summary>They become capitals.</summary>
    Upper,
}

/// <summary>Which texts that name no value of a facet's vocabulary are values themselves.</summary>
internal enum UnlistedValues
{
    /// <summary>All that are not too long.</summary>
    Keep,

    /// <summary>Those that look like names; the others are prose.</summary>
    Names,

    /// <summary>None: they are prose.</summary>
    Drop,
}
