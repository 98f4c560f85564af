using System.Text;
using ProposalSearch.Engine.Columns;
using Xunit;

namespace ProposalSearch.Engine.Tests.Columns;

public sealed class OrdinalColumnTests : IDisposable
{
    private readonly ColumnFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Write_WorkedExampleOfTheFormat_HasItsBytes()
    {
        _file.Write(Build((0, "b"), (2, "a")), 3);
        _file.Write(Build((0, "b"), (0, "a"), (2, "a"), (2, "a")), 3);

        byte[] header = [3, 0, 0, 0, 2, 0, 0, 0];
        byte[] values = [2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0x61, 0x62, 0, 0, 0, 0, 0, 0];
        Assert.Equal([.. header, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, .. values, 2, 0, 1, 0, 0, 0, 0, 0], _file.Bytes(0));
        Assert.Equal(
            [.. header, 3, 0, 0, 0, 1, 0, 2, 0, 2, 0, 0, 0, .. values, 5, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
            _file.Bytes(1));
    }

    [Fact]
    public void Write_ManyValuesInOneDocument_KeepsLists()
    {
        var entries = Enumerable.Range(0, 65).Select(i => (i / 64, $"{(char)('!' + i)}")).ToArray();
        _file.Write(Build(entries), 2);

        byte[] ordinals = [.. Enumerable.Range(0, 65).Select(i => (byte)i), .. new byte[7]];
        Assert.Equal([2, 0, 0, 0, 65, 0, 0, 0, 65, 0, 0, 0, 1, 1, 1, 0, 64, 0, 0, 0, 65, 0, 0, 0], _file.Bytes(0)[..24]);
        Assert.Equal([.. ordinals, 0, 0, 0, 0, 65, 0, 0, 0, 64, 65, 0, 0, 0, 0, 0, 0], _file.Bytes(0)[^88..]);
    }

    [Fact]
    public void Values_AreSortedByTheirUtf8Bytes()
    {
        var column = _file.Write(Build((0, "\uFF5E"), (1, "\U0001F600"), (2, "z"), (3, ""), (4, "é")), 6);

        Assert.Equal(["", "z", "é", "\uFF5E", "\U0001F600"], Enumerable.Range(0, column.ValueCount).Select(column.Value));
        Assert.Equal(4, column.Find("\U0001F600"));
        Assert.Equal(0, column.Find(""));
        Assert.Equal(-1, column.Find("y"));
        Assert.Equal(-1, column.Find("zz"));
        Assert.Equal(2, column.FindFirst(Encoding.UTF8.GetBytes("zz")));
        Assert.Equal(5, column.FindFirst([0xFF]));
    }

    [Fact]
    public void Add_LoneSurrogates_AreOneReplacementCharacter()
    {
        var column = _file.Write(Build((0, "a\uD800"), (1, "a\uDC00"), (2, "a\uFFFD")), 3);

        Assert.Equal(1, column.ValueCount);
        Assert.Equal("a\uFFFD", column.Value(0));
    }

    [Fact]
    public void Add_DocumentBeforeTheLast_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Build((1, "a"), (0, "a")));

    [Fact]
    public void Write_DocumentBeyondTheCount_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _file.Write(Build((3, "a")), 3));

    [Fact]
    public void Empty_ColumnOrSegment_CountsMissingOnly()
    {
        var none = _file.Write(new OrdinalColumnBuilder(), 0);
        var column = _file.Write(new OrdinalColumnBuilder(), 70);
        var missing = 0;
        none.Count([], 0, [], ref missing);
        column.Count([ulong.MaxValue, 0b111111], 0, [], ref missing);

        Assert.Equal(70, missing);
        Assert.Equal(-1, column.First(69));
        Assert.Equal(0, column.GetOrdinals(69, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => column.First(70));
    }

    [Theory]
    [InlineData(1, 3, 1, 900)]
    [InlineData(2, 30, 1, 5000)]
    [InlineData(3, 255, 1, 3000)]
    [InlineData(4, 256, 1, 3000)]
    [InlineData(5, 70_000, 1, 72_000)]
    [InlineData(6, 5, 3, 1500)]
    [InlineData(7, 256, 9, 1000)]
    [InlineData(8, 257, 2, 1000)]
    [InlineData(9, 66_000, 2, 50_000)]
    [InlineData(10, 2000, 1500, 130)]
    [InlineData(11, 1, 1, 64)]
    [InlineData(12, 64, 60, 500)]
    [InlineData(15, 65, 5, 500)]
    [InlineData(13, 1, 2, 65)]
    [InlineData(14, 20, 1, 70)]
    public void Column_AgainstPlainTwin_Agrees(int seed, int values, int mostPerDocument, int documents)
    {
        var random = new Random(seed);
        var twin = PlainColumn.Random(random, values, mostPerDocument, documents);
        var column = _file.Write(twin.Build(), documents);

        twin.AssertEqual(column, random, $"seed {seed}");
    }

    [Theory]
    [InlineData(5, 1, 1287)]
    [InlineData(60, 1, 1287)]
    [InlineData(300, 1, 1287)]
    [InlineData(5, 3, 1287)]
    [InlineData(60, 3, 1287)]
    public void Count_MatchesOfAWindowLongerThanTheColumn_CountsTheSame(int values, int mostPerDocument, int documents)
    {
        var random = new Random(documents + values);
        var column = _file.Write(PlainColumn.Random(random, values, mostPerDocument, documents).Build(), documents);
        var matches = new ulong[4096 / 64];
        matches.AsSpan(0, documents / 64).Fill(ulong.MaxValue);
        var (expected, actual, missing, missingInAll) = (new int[column.ValueCount], new int[column.ValueCount], 0, 0);
        column.Count(matches.AsSpan(0, (documents + 63) / 64), 0, expected, ref missing);
        column.Count(matches, 0, actual, ref missingInAll);

        Assert.Equal(expected, actual);
        Assert.Equal(missing, missingInAll);
        Assert.True(actual.Sum() + missingInAll >= documents / 64 * 64);
    }

    [Theory]
    [InlineData(1, 20, 1)]
    [InlineData(2, 300, 4)]
    public void AppendFrom_Segments_EqualsBuildingAnew(int seed, int values, int mostPerDocument)
    {
        var random = new Random(seed);
        var twin = new PlainColumn([]);
        var builder = new OrdinalColumnBuilder();
        for (var segment = 0; segment < 3; segment++)
        {
            var part = PlainColumn.Random(random, values, mostPerDocument, 200);
            builder.AppendFrom(_file.Write(part.Build(), 200), twin.Documents.Count);
            twin.Documents.AddRange(part.Documents);
        }

        _file.Write(builder, twin.Documents.Count);
        _file.Write(twin.Build(), twin.Documents.Count);
        Assert.Equal(_file.Bytes(4), _file.Bytes(3));
    }

    private static OrdinalColumnBuilder Build(params (int Document, string Value)[] entries)
    {
        var builder = new OrdinalColumnBuilder();
        foreach (var (document, value) in entries)
        {
            builder.Add(document, value);
        }

        return builder;
    }
}
