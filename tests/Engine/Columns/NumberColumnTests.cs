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
    public void Empty_Column_HasNoNumber()
    {
        var column = _file.Write(new NumberColumnBuilder(), 100);

        Assert.False(column.TryGet(99, out _));
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

        for (var document = 0; document < Documents; document++)
        {
            Assert.Equal(twin.TryGetValue(document, out var expected), column.TryGet(document, out var actual));
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void AppendFrom_AnotherSegment_PutsItsNumbersAfterTheFirst()
    {
        var source = _file.Write(Build(new() { [0] = 7, [1] = 8, [3] = 9 }), 4);
        var builder = new NumberColumnBuilder();
        builder.Add(1, 5);
        builder.AppendFrom(source, 2);
        var merged = _file.Write(builder, 6);

        long?[] numbers = [.. Enumerable.Range(0, 6).Select(document => merged.TryGet(document, out var number) ? number : (long?)null)];
        Assert.Equal([null, 5, 7, 8, null, 9], numbers);
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
