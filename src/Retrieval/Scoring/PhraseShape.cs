namespace ProposalSearch.Retrieval.Scoring;

/// <summary>The shape of a phrase.</summary>
/// <param name="Places">The place of each term.</param>
/// <param name="Groups">For each term, the first that is the same.</param>
/// <param name="Slop">Moves that a match may need.</param>
public sealed record PhraseShape(int[] Places, int[] Groups, int Slop)
{
    /// <summary>A single term.</summary>
    public static PhraseShape Single { get; } = new([0], [0], 0);

    /// <summary>From the first place to the last.</summary>
    public int Span => Places.Max() - Places.Min();

    /// <summary>A matcher of its own.</summary>
    public PhraseMatcher Matcher() => new(Places, Groups, Slop);
}
