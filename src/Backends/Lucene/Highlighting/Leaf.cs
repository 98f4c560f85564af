using ProposalSearch.Backends.Lucene.Searching;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;

namespace ProposalSearch.Backends.Lucene.Highlighting;

/// <summary>A part of a query that can be pointed at in a text. Documents come in ascending order. Belongs to one thread.</summary>
/// <param name="weight">What a match is worth.</param>
internal abstract class Leaf(float weight)
{
    /// <summary>What a match is worth.</summary>
    public float Weight { get; } = weight;

    /// <summary>Adds the matches in a document, not in order.</summary>
    /// <param name="document">The document among those of the segment.</param>
    /// <param name="leaf">The number of this part.</param>
    /// <param name="matches">Is added to.</param>
    public abstract void Find(int document, int leaf, List<Match> matches);
}

/// <summary>A term, a phrase, or any term of a small set, by the positions in the postings.</summary>
/// <param name="alternatives">A finder of each term of the set; one for a phrase.</param>
/// <param name="weight">What a match is worth.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class PositionsLeaf(IReadOnlyList<PhraseFinder> alternatives, float weight, TimeLimit limit) : Leaf(weight)
{
    /// <inheritdoc/>
    public override void Find(int document, int leaf, List<Match> matches)
    {
        foreach (var finder in alternatives)
        {
            if (finder.Stand(document) && finder.Frequency(limit) > 0)
            {
                finder.Matcher.AddTo(matches, leaf);
            }
        }
    }
}
