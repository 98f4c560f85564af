using System.Runtime.InteropServices;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// Finds out which values of a facet are paths: several share a first part. Lists are told from paths by what stands elsewhere too: in
/// <c>arts | music</c> and <c>music | dance</c> nothing is above anything.
/// </summary>
internal static class PathFinder
{
    /// <summary>Of first parts, so many may stand below another; a list has them in any order.</summary>
    private const double MostBelowOthers = 0.1;

    /// <summary>Of parts below, so many stand below one first part only, where the sign parts lists as well.</summary>
    private const double LeastOfOne = 0.75;

    private const int FewestBelow = 2;

    private static readonly PathSeparator[] Usual =
    [
        new("::", false), new(">", false), new("»", false), new("›", false), new("→", false), new("|", false), new("/", true),
    ];

    /// <summary>Whether values of a facet can be paths at all.</summary>
    public static bool MayHavePaths(FacetRule rule)
        => !rule.HasNoPaths && !rule.IsOfNumbers && rule.Below is null && rule.Split != FacetRule.SplitPeople;

    /// <summary>Which values are paths; <see langword="null"/> where none is.</summary>
    /// <param name="rule">The facet.</param>
    /// <param name="counts">Its values with the number of proposals that have each.</param>
    public static FacetPaths? Find(FacetRule rule, IReadOnlyDictionary<string, int> counts)
        => rule.Separator is { } stated ? Of(Candidate.Of(stated, counts)) : Of(Best(counts));

    /// <summary>Whether texts that have a sign are paths rather than lists.</summary>
    public static bool ArePaths(string sign, IReadOnlyDictionary<string, int> counts)
        => Usual.FirstOrDefault(usual => usual.Sign == sign) is { } separator && Candidate.Of(separator, counts).LooksLikePaths;

    private static Candidate? Best(IReadOnlyDictionary<string, int> counts)
        => Usual.Where(separator => counts.Keys.Any(value => value.Contains(separator.Sign, StringComparison.Ordinal)))
            .Select(separator => Candidate.Of(separator, counts))
            .Where(static candidate => candidate.LooksLikePaths)
            .MaxBy(static candidate => candidate.Paths.Count);

    private static FacetPaths? Of(Candidate? found)
    {
        if (found is not { Paths.Count: > 0 })
        {
            return null;
        }

        var spellings = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var (parts, count) in found.Paths.Concat(found.Bare))
        {
            for (var length = 1; length <= Math.Max(1, parts.Length - 1); length++)
            {
                var counts = CollectionsMarshal.GetValueRefOrAddDefault(spellings, FacetPaths.KeyOf(parts.AsSpan(0, length)), out _) ??= [];
                counts[parts[length - 1]] = counts.GetValueOrDefault(parts[length - 1]) + count;
            }
        }

        return new FacetPaths(
            found.Separator,
            spellings.ToDictionary(
                static value => value.Key,
                static value => value.Value.OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal)
                    .First().Key,
                StringComparer.Ordinal));
    }

    /// <summary>What the values are if a separator is one.</summary>
    /// <param name="Separator">The separator.</param>
    /// <param name="All">All values that it divides.</param>
    /// <param name="Paths">Those of which several values have the first part.</param>
    /// <param name="Bare">Such first parts that are values themselves.</param>
    private sealed record Candidate(
        PathSeparator Separator,
        IReadOnlyList<string[]> All,
        IReadOnlyList<(string[] Parts, int Count)> Paths,
        IReadOnlyList<(string[] Parts, int Count)> Bare)
    {
        public static Candidate Of(PathSeparator separator, IReadOnlyDictionary<string, int> counts)
        {
            var values = counts.Select(value => (Parts: separator.Parts(value.Key), Count: value.Value)).ToList();
            var groups = values
                .GroupBy(static value => Wording.Normalize(value.Parts[0]), StringComparer.Ordinal)
                .Where(static group => group.Any(static value => value.Parts.Length > 1)
                    && AreSeveral(group.Select(static value => value.Parts)))
                .SelectMany(static group => group)
                .ToLookup(static value => value.Parts.Length > 1);
            var all = values.Select(static value => value.Parts).Where(static parts => parts.Length > 1);
            return new Candidate(separator, [.. all], [.. groups[true]], [.. groups[false]]);
        }

        /// <summary>Whether they are paths and no lists; numbers such as <c>24 / 7</c> are neither.</summary>
        public bool LooksLikePaths
        {
            get
            {
                var firsts = All.Select(static parts => Wording.Normalize(parts[0])).ToHashSet(StringComparer.Ordinal);
                var below = All
                    .SelectMany(static parts => parts.Skip(1).Select(part => (Part: Wording.Normalize(part), First: parts[0])))
                    .ToLookup(static pair => pair.Part, static pair => Wording.Normalize(pair.First), StringComparer.Ordinal);
                return HasSeveralBelowOne
                    && Paths.All(static path => path.Parts.Skip(1).All(static part => part.Any(char.IsLetter)))
                    && firsts.Count(below.Contains) <= MostBelowOthers * firsts.Count
                    && (!Separator.MayPartLists || below.Count(static part => part.Distinct().Count() == 1) >= LeastOfOne * below.Count);
            }
        }

        /// <summary>A value and one path that begins with it are not enough to go by.</summary>
        private bool HasSeveralBelowOne => Paths
            .GroupBy(static path => Wording.Normalize(path.Parts[0]), StringComparer.Ordinal)
            .Any(static group => AreSeveral(group.Select(static path => path.Parts)));

        private static bool AreSeveral(IEnumerable<string[]> paths)
            => paths.Select(static parts => FacetPaths.KeyOf(parts)).Distinct().Take(FewestBelow).Count() == FewestBelow;
    }
}
