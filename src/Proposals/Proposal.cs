using ProposalSearch.Proposals.Mapping;

namespace ProposalSearch.Proposals;

/// <summary>
/// One proposal as its source file states it: a form that somebody filled in. The questions are the keys, the narrative
/// answers the values.
/// </summary>
public sealed record Proposal
{
    /// <summary>A key that the schema names; else the path of the source file in its folder, without extension, with <c>/</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Never empty: where a file states no title, its name stands for it.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// A short account of the proposal, or <see langword="null"/>. Where the form asked for it too, an answer has the very same text: see
    /// <see cref="IsSummaryAnswered"/>.
    /// </summary>
    public string? Summary { get; init; }

    /// <summary>Who proposes, or <see langword="null"/>.</summary>
    public string? Organization { get; init; }

    /// <summary>The archive's own id of who proposes, or <see langword="null"/>. Of use to programs only.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The year of submission, or <see langword="null"/> where neither the file nor its folder tells.</summary>
    public int? Year { get; init; }

    /// <summary>The day of submission, within <see cref="Year"/>; <see langword="null"/> where the file states only the year.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Addresses that the file states, each with the label to show.</summary>
    public IReadOnlyList<ProposalLink> Links { get; init; } = [];

    /// <summary>The address of a picture, or <see langword="null"/>.</summary>
    public string? Image { get; init; }

    /// <summary>The address of a video, or <see langword="null"/>.</summary>
    public string? Video { get; init; }

    /// <summary>
    /// Values by facet field, such as <c>category</c>, <c>area</c> or <c>metric</c>. A field without values is absent. The year is
    /// here too, as text, so that a facet needs to look in one place only.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The answers in the order of the file. An answer that a file gives twice is here once.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>False where the file says <c>published: false</c>: such a proposal is read and reported, but never indexed.</summary>
    public bool Published { get; init; } = true;

    /// <summary>
    /// The key that says that it is not, or that would mean so in another archive; <see langword="null"/> where none does.
    /// </summary>
    internal PublicationStatement? PublicationStatement { get; init; }

    /// <summary>The source file, relative to the source folder, with its extension.</summary>
    public required string SourcePath { get; init; }

    /// <summary>SHA-256 of the source's bytes, in lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Whether an answer is the summary, word for word: then it is searched as an answer alone, and counts once.</summary>
    public bool IsSummaryAnswered() => Answers.Any(answer => answer.Text == Summary);
}

/// <summary>An answer under its question.</summary>
/// <param name="Question">The question as the file words it, without invisible characters.</param>
/// <param name="QuestionId">The canonical question that the wording maps to, such as <c>evaluation</c>, or <see langword="null"/>.</param>
/// <param name="Text">The answer as plain text; paragraphs are separated by an empty line, items of a list by a line break.</param>
public sealed record Answer(string Question, string? QuestionId, string Text);

/// <summary>An address with its label.</summary>
/// <param name="Label">What to show, such as <c>Website</c>.</param>
/// <param name="Url">An absolute http or https address.</param>
public sealed record ProposalLink(string Label, string Url);
