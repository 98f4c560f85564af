using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>Chooses round numbers between which about as many of an archive's numbers lie: 1, 2 and 5 times a power of ten.</summary>
internal static class RangeChooser
{
    /// <summary>With fewer distinct numbers, each is a value to filter by.</summary>
    private const int FewestDistinct = 8;

    /// <summary>Each range has at least this part of the numbers.</summary>
    private const int MostRanges = 8;

    private static readonly long[] Leading = [1, 2, 5];

    /// <summary>The bounds, ascending; <see langword="null"/> where there are too few numbers, or all lie between two round ones.</summary>
    /// <param name="counts">Texts, each with how often; those that are no numbers do not count.</param>
    public static IReadOnlyList<long>? Bounds(IReadOnlyDictionary<string, int> counts)
    {
        var numbers = new SortedDictionary<long, int>();
        foreach (var (text, count) in counts)
        {
            if (NumberText.TryRound(text, out var number))
            {
                numbers[number] = numbers.GetValueOrDefault(number) + count;
            }
        }

        if (numbers.Count < FewestDistinct)
        {
            return null;
        }

        var bounds = Choose(numbers, numbers.Values.Sum());
        return bounds.Count > 0 ? bounds : null;
    }

    private static List<long> Choose(SortedDictionary<long, int> numbers, int all)
    {
        var bounds = new List<long>();
        var (below, counted) = (0, 0);
        using var next = numbers.GetEnumerator();
        var hasMore = next.MoveNext();
        foreach (var bound in RoundNumbers())
        {
            while (hasMore && next.Current.Key < bound)
            {
                below += next.Current.Value;
                hasMore = next.MoveNext();
            }

            if ((long)(below - counted) * MostRanges >= all && (long)(all - below) * MostRanges >= all)
            {
                bounds.Add(bound);
                counted = below;
            }
        }

        return bounds;
    }

    private static IEnumerable<long> RoundNumbers()
    {
        for (var power = 1L; power <= 1_000_000_000_000; power *= 10)
        {
            foreach (var leading in Leading)
            {
                yield return leading * power;
            }
        }
    }
}
