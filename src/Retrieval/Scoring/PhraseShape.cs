using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Retrieval.Scoring;

/// <summary>The shape of a phrase.</summary>
/// <param name="Places">The place of each term.</param>
/// <param name="Groups">For each term, the first that is the same.</param>
/// <param name="Slop">Moves that a match may need.</param>
public sealed record PhraseShape(int[] Places, int[] Groups, int Slop)
{
    /// <summary>A single term.</summary>
    public static PhraseShape Single { get; } = new([0], [0], 0);

    /// <summary>The shape of a phrase.</summary>
    /// <param name="terms">Its terms, one at least.</param>
    /// <param name="slop">Moves that a match may need; fewer where they would reach over the gap between two sections.</param>
    /// <param name="gap">See <see cref="IndexSettings.SectionGap"/>.</param>
    public static PhraseShape Of(IReadOnlyList<PhraseTerm> terms, int slop, int gap)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Count == 1)
        {
            return Single;
        }

        int[] places = [.. terms.Select(term => term.Position)];
        int[] groups = [.. terms.Select(term => terms.TakeWhile(other => other.Term != term.Term).Count())];
        int most = gap == 0 ? int.MaxValue : Math.Max(gap - (places[^1] - places[0]), 0);
        return new PhraseShape(places, groups, Math.Min(slop, most));
    }

    /// <summary>From the first place to the last.</summary>
    public int Span => Places.Max() - Places.Min();

    /// <summary>A matcher of its own.</summary>
    public PhraseMatcher Matcher() => new(Places, Groups, Slop);
}
