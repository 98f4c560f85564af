using ProposalSearch.Engine.Timing;

namespace ProposalSearch.Engine.Highlighting;

/// <summary>A part of a query that can be pointed at in a text. Belongs to one thread.</summary>
/// <param name="weight">What a match is worth.</param>
internal abstract class Leaf(float weight)
{
    /// <summary>What a match is worth.</summary>
    public float Weight { get; } = weight;

    /// <summary>Adds the matches in a document, not in order.</summary>
    /// <param name="document">The document among those of the segment.</param>
    /// <param name="leaf">The number of this part.</param>
    /// <param name="matches">Is added to.</param>
    /// <param name="limit">How long it may take.</param>
    public abstract void Find(int document, int leaf, List<Match> matches, TimeLimit limit);
}
