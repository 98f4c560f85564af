using ProposalSearch.Engine.Columns;
using Xunit;

namespace ProposalSearch.Engine.Tests.Columns;

public sealed class NumberColumnTests : IDisposable
{
    private readonly ColumnFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Write_WorkedExampleOfTheFormat_HasItsBytes()
    {
        _file.Write(Build(new() { [0] = 2013, [2] = 2016 }), 3);

        Assert.Equal(
            [
                3, 0, 0, 0, 2, 0, 0, 0, 0xDD, 7, 0, 0, 0, 0, 0, 0, 0xE0, 7, 0, 0, 0, 0, 0, 0,
                1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0,
            ],
            _file.Bytes(0));
    }

    [Fact]
    public void Empty_Column_HasNothingInAnyRange()
    {
        var column = _file.Write(new NumberColumnBuilder(), 100);
        var bits = new ulong[2];
        column.MarkRange(long.MinValue, long.MaxValue, 0, 100, bits);

        Assert.False(column.TryGet(99, out _));
        Assert.Equal([0UL, 0UL], bits);
        Assert.Equal((0, 0L, 0L), (column.PresentCount, column.Min, column.Max));
    }

    [Fact]
    public void Add_SameDocumentTwice_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            var builder = new NumberColumnBuilder();
            builder.Add(0, 1);
            builder.Add(0, 2);
        });

    [Theory]
    [InlineData(1, 2013, 2020, 1.0)]
    [InlineData(2, 2013, 2020, 0.7)]
    [InlineData(3, 0, 255, 1.0)]
    [InlineData(4, -1000, 1000, 0.5)]
    [InlineData(5, -1_000_000, 4_000_000_000, 0.9)]
    [InlineData(6, long.MinValue, long.MaxValue, 0.9)]
    [InlineData(7, 5, 5, 0.4)]
    public void Column_AgainstPlainTwin_Agrees(int seed, long least, long greatest, double share)
    {
        var random = new Random(seed);
        const int Documents = 1000;
        long Pick() => random.Next(20) switch { 0 => least, 1 => greatest, _ => random.NextInt64(least, greatest) };
        var twin = Enumerable.Range(0, Documents).Where(_ => random.NextDouble() < share).ToDictionary(document => document, _ => Pick());
        var column = _file.Write(Build(twin), Documents);

        Assert.Equal((twin.Values.Min(), twin.Values.Max(), twin.Count), (column.Min, column.Max, column.PresentCount));
        for (var document = 0; document < Documents; document++)
        {
            Assert.Equal(twin.TryGetValue(document, out var expected), column.TryGet(document, out var actual));
            Assert.Equal(expected, actual);
        }

        for (var round = 0; round < 40; round++)
        {
            var (from, to) = round == 0 ? (long.MinValue, long.MaxValue) : (Pick() + random.Next(-1, 1), Pick());
            AssertRange(column, twin, from, to, random, seed);
        }
    }

    [Fact]
    public void AppendFrom_SegmentWithDeletions_KeepsTheOthers()
    {
        var source = _file.Write(Build(new() { [0] = 7, [1] = 8, [3] = 9 }), 4);
        var builder = new NumberColumnBuilder();
        builder.AppendFrom(source, [-1, 0, 1, 2]);
        var merged = _file.Write(builder, 3);

        Assert.True(merged.TryGet(0, out var first));
        Assert.Equal(8, first);
        Assert.False(merged.TryGet(1, out _));
        Assert.True(merged.TryGet(2, out var last));
        Assert.Equal(9, last);
    }

    private static void AssertRange(NumberColumnReader column, Dictionary<int, long> twin, long from, long to, Random random, int seed)
    {
        var first = random.Next(column.DocumentCount);
        var count = random.Next(column.DocumentCount - first + 1);
        var bits = Bits.Random(random, count);
        var before = (ulong[])bits.Clone();
        column.MarkRange(from, to, first, count, bits);
        for (var i = 0; i < count; i++)
        {
            var hit = twin.TryGetValue(first + i, out var value) && value >= from && value <= to;
            Assert.True((hit || Bits.Has(before, i)) == Bits.Has(bits, i), $"seed {seed}, {from} to {to}, document {first + i}");
        }
    }

    private static NumberColumnBuilder Build(Dictionary<int, long> numbers)
    {
        var builder = new NumberColumnBuilder();
        foreach (var (document, value) in numbers.OrderBy(pair => pair.Key))
        {
            builder.Add(document, value);
        }

        return builder;
    }
}
