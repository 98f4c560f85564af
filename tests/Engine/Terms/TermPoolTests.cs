using ProposalSearch.Engine.Terms;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Terms;

public sealed class TermPoolTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Add_RandomStrings_NumbersThemByTheirFirstComing(int seed)
    {
        var random = new Random(seed);
        var pool = new TermPool<char>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 30_000; i++)
        {
            var word = random.Next(500) == 0 ? "" : Words.Next(random, random.Next(100) == 0 ? 300 : 6);
            var isNew = numbers.TryAdd(word, numbers.Count);

            Assert.Equal(numbers[word], pool.Add(word, out var added));
            Assert.Equal(isNew, added);
        }

        Assert.Equal(numbers.Count, pool.Count);
        Assert.All(numbers, pair => Assert.Equal(pair.Key, new string(pool[pair.Value])));
        Assert.True(pool.Bytes > 2L * numbers.Keys.Sum(word => word.Length));
    }

    [Fact]
    public void Add_BytesThatDifferOnlyInTrailingZeros_AreDistinct()
    {
        var pool = new TermPool<byte>();
        var strings = Enumerable.Range(0, 20).Select(length => new byte[length]).ToArray();

        Assert.Equal(Enumerable.Range(0, 20), strings.Select(value => pool.Add(value, out _)));
        Assert.Equal(Enumerable.Range(0, 20), strings.Select(value => pool.Add(value, out _)));
    }
}
