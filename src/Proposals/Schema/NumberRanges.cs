using System.Globalization;

namespace ProposalSearch.Proposals.Schema;

/// <summary>Ranges that numbers are counted in: below the first bound, from each bound to the next, and from the last on.</summary>
internal sealed class NumberRanges(IReadOnlyList<long> bounds)
{
    public IReadOnlyList<long> Bounds => bounds;

    /// <summary>The range of a number, in words: <c>1,000 to 9,999</c>.</summary>
    public string Of(long number)
    {
        var at = 0;
        while (at < bounds.Count && number >= bounds[at])
        {
            at++;
        }

        return at == 0 ? $"below {Show(bounds[0])}"
            : at == bounds.Count ? $"{Show(bounds[^1])} and more"
            : $"{Show(bounds[at - 1])} to {Show(bounds[at] - 1)}";
    }

    private static string Show(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
