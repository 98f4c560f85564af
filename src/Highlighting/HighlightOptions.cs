namespace ProposalSearch.Highlighting;

/// <summary>What passages are wanted.</summary>
public sealed record HighlightOptions
{
    /// <summary>Passages of a document at most. Default 3.</summary>
    public int MaximumPassages { get; init; } = 3;

    /// <summary>
    /// The aimed length of a passage in UTF-16 code units; a passage ends at a sentence where one ends near. Default 240.
    /// </summary>
    public int Length { get; init; } = 240;

    /// <summary>Labels of sections that give no passages, such as a title that is shown anyway.</summary>
    public IReadOnlySet<int> Without { get; init; } = new HashSet<int>();
}

/// <summary>A passage of a document.</summary>
/// <param name="Section">Which of the document's sections, from 0.</param>
/// <param name="Label">The section's label.</param>
/// <param name="Start">Where in the section's text it begins, in UTF-16 code units.</param>
/// <param name="Text">The passage; <c>…</c> at an end that is cut within a sentence.</param>
/// <param name="Matches">What was found, in <paramref name="Text"/>, in order, without overlap; a phrase is one match.</param>
public sealed record Passage(int Section, int Label, int Start, string Text, IReadOnlyList<TextMatch> Matches);

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct TextMatch(int Start, int Length);
