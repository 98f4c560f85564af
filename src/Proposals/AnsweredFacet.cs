namespace ProposalSearch.Proposals;

/// <summary>
/// The facet that every archive with canonical questions has: which of them a proposal answers. Its values are the ids of the questions,
/// its labels theirs. It is no part of <see cref="Proposal.Facets"/>, since the answers tell it.
/// </summary>
public static class AnsweredFacet
{
    /// <summary>Its field. No facet of a schema may have this name.</summary>
    public const string Field = "answered";

    /// <summary>The canonical question that a summary answers, whether or not the form words it.</summary>
    public const string SummaryQuestion = "summary";

    /// <summary>Its definition.</summary>
    public static FacetDefinition Definition { get; } = new(Field, "Questions answered", FacetType.Text);

    /// <summary>The canonical questions that a proposal answers; each once.</summary>
    public static IReadOnlyList<string> ValuesOf(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var summary = string.IsNullOrWhiteSpace(proposal.Summary) ? null : SummaryQuestion;
        var answered = proposal.Answers.Where(static answer => !string.IsNullOrWhiteSpace(answer.Text));
        return [.. answered.Select(static answer => answer.QuestionId).Prepend(summary).OfType<string>().Distinct()];
    }
}
