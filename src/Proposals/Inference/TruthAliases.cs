using System.Collections.Frozen;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>One word for all that say yes, and one for all that say no: the one that most files have, if it is a word.</summary>
internal static class TruthAliases
{
    private static readonly FrozenSet<string> Signs = WordSet.IgnoringCase("true false t f 1 0 x y n on off");

    /// <summary>The aliases of a facet with these values.</summary>
    public static IReadOnlyList<(KeyPattern Spelling, string Value)> Of(IReadOnlyDictionary<string, int> counts)
        => [.. Of(counts, true), .. Of(counts, false)];

    private static IEnumerable<(KeyPattern Spelling, string Value)> Of(IReadOnlyDictionary<string, int> counts, bool truth)
    {
        var said = counts
            .Where(pair => Truth.Of(pair.Key) == truth)
            .GroupBy(static pair => Wording.Normalize(pair.Key), StringComparer.Ordinal)
            .OrderByDescending(static group => group.Sum(static pair => pair.Value))
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.Key)
            .ToList();
        var word = said.Find(static word => !Signs.Contains(word)) ?? (truth ? "yes" : "no");
        return said.Select(spelling => (new KeyPattern(spelling), char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
