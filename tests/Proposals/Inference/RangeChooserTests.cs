using System.Globalization;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Schema;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Inference;

public sealed class RangeChooserTests
{
    [Fact]
    public void Bounds_RandomNumbers_AreAscendingAndEachRangeHasItsShare()
    {
        var seed = Environment.GetEnvironmentVariable("PROPOSALSEARCH_SEED") is { } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : 2026;
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var number = random.Next(1, 80); number > 0; number--)
            {
                counts[((long)Math.Pow(10, 9 * random.NextDouble())).ToString(CultureInfo.InvariantCulture)] = random.Next(1, 9);
            }

            if (RangeChooser.Bounds(counts) is not { } bounds)
            {
                continue;
            }

            Assert.True(bounds.Zip(bounds.Skip(1)).All(static pair => pair.First < pair.Second), $"seed {seed}");
            var ranges = new NumberRanges(bounds);
            var shares = counts.GroupBy(pair => ranges.Of(long.Parse(pair.Key, CultureInfo.InvariantCulture)))
                .Select(static group => group.Sum(static pair => pair.Value))
                .ToList();
            Assert.Equal(bounds.Count + 1, shares.Count);
            Assert.All(shares, share => Assert.True(share * 8 >= shares.Sum(), $"seed {seed}, round {round}: {share} of {shares.Sum()}"));
        }
    }

    [Theory]
    [InlineData("5,5,5,5,5,5,5,5,5,5")]
    [InlineData("1001,1002,1003,1004,1005,1006,1007,1008,1009")]
    [InlineData("unclear,none,-,?,a,b,c,d,e")]
    public void Bounds_WhereRangesWouldNotDivide_ThereAreNone(string texts)
        => Assert.Null(
            RangeChooser.Bounds(
                texts.Split(',').GroupBy(static text => text).ToDictionary(static group => group.Key, static group => group.Count())));
}
