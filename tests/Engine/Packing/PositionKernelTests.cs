using ProposalSearch.Engine.Packing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Packing;

public sealed class PositionKernelTests
{
    [Fact]
    public void KeepFollowed_RowsOfAnyLength_EqualsThePlainTwin()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var (numbers, others) = (Row(random), Row(random));
            var distance = random.Next(-5, 6);
            var (kept, expected) = (new uint[numbers.Length], new uint[numbers.Length]);
            var count = PositionKernel.KeepFollowed(numbers, distance, others, kept);
            var wanted = PositionKernel.KeepFollowedPlainly(numbers, distance, others, expected);

            Assert.True(
                expected.AsSpan(0, wanted).SequenceEqual(kept.AsSpan(0, count)),
                $"seed {seed}: {numbers.Length} and {others.Length} numbers at distance {distance}");
            Assert.Equal(numbers.Where(number => others.Contains((uint)(number + distance))), kept[..count]);
        }
    }

    [Fact]
    public void Accumulate_RowsOfAnyLength_AddsUpGapsAndTellsTheLast()
    {
        for (var count = 1; count < 40; count++)
        {
            var random = new Random(count);
            var gaps = PackingDuel.Numbers(random, count + PositionKernel.Ahead, 10);
            var numbers = new uint[count + PositionKernel.Ahead];
            var last = PositionKernel.Accumulate(77, gaps, count, numbers);

            var expected = new List<uint> { 77 };
            for (var i = 0; i + 1 < count; i++)
            {
                expected.Add(expected[^1] + gaps[i] + 1);
            }

            Assert.Equal(expected, numbers[..count]);
            Assert.Equal(expected[^1], last);
        }
    }

    [Fact]
    public void SumBefore_AnyNumbers_AddsUpEachLessOne()
    {
        for (var count = 0; count <= 128; count++)
        {
            var numbers = PackingDuel.Numbers(new Random(count), count + 1, 12).AsSpan(0, count).ToArray();
            var sums = new int[count + 1];
            PositionKernel.SumBefore(numbers, sums);

            Assert.Equal(Enumerable.Range(0, count + 1).Select(i => numbers.Take(i).Sum(number => (int)number - 1)), sums);
        }
    }

    /// <summary>Up to 60 ascending numbers, dense or sparse, none so small that a distance leads below 0.</summary>
    private static uint[] Row(Random random)
    {
        var range = random.Next(2) == 0 ? 80 : 1000;
        return [.. Enumerable.Range(10, range).OrderBy(_ => random.Next()).Take(random.Next(60)).Order().Select(number => (uint)number)];
    }
}
