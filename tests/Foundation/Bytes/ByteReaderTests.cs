using ProposalSearch.Foundation.Bytes;
using Xunit;

namespace ProposalSearch.Foundation.Tests.Bytes;

/// <summary>What was written comes back; what was damaged is told, whatever it is.</summary>
public sealed class ByteReaderTests
{
    [Fact]
    public void Read_OneOfEach_ComesBackInOrder()
    {
        var reader = new ByteReader(OneOfEach());

        Assert.Equal(7, reader.Byte());
        Assert.True(reader.Flag());
        Assert.False(reader.Flag());
        Assert.Equal([1, 2, 3], reader.Bytes(3).ToArray());
        Assert.Equal((0, 127, 128, int.MaxValue, -1), (reader.Count(), reader.Count(), reader.Count(), reader.Count(), reader.Count()));
        Assert.Equal(ushort.MaxValue, reader.UInt16());
        Assert.Equal(long.MinValue, reader.Int64());
        Assert.Equal(("", "né \U0001F600", "\uFFFD"), (reader.Text(), reader.Text(), reader.Text()));
        Assert.Equal(["a", "b"], reader.List(static (ref ByteReader from) => from.Text()));
        Assert.Equal("b", reader.OneOf(["a", "b"]));
        Assert.True(reader.AtEnd);
    }

    [Fact]
    public void Write_TheExampleOfTheFormat_HasItsBytes()
    {
        var writer = new ByteWriter();
        writer.Count(300);
        writer.Text("né");
        writer.Int64(-2);

        Assert.Equal("AC02" + "036EC3A9" + "FEFFFFFFFFFFFFFF", Convert.ToHexString(writer.ToArray()));
    }

    [Fact]
    public void Align_ToAMultiple_WritesZerosUpToIt()
    {
        var writer = new ByteWriter();
        writer.Align(8);
        writer.Byte(9);
        writer.Align(4);
        writer.Values<int>([5, -1]);
        writer.Align(8);

        Assert.Equal("09000000" + "05000000" + "FFFFFFFF" + "00000000", Convert.ToHexString(writer.Written.Span));
    }

    [Fact]
    public void OneOf_APlaceThatIsNone_IsToldOf() => Assert.Throws<InvalidDataException>(() => new ByteReader([2]).OneOf(["a", "b"]));

    [Fact]
    public void Read_BytesThatEndTooEarly_AreToldOf()
    {
        var whole = OneOfEach();
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => ReadAll(whole.AsSpan(0, length)));
        }
    }

    [Fact]
    public void List_OfMoreItemsThanBytesAreLeft_IsToldOfBeforeMemoryIsTaken()
    {
        byte[] bytes = [0xFF, 0xFF, 0xFF, 0xFF, 0x07, 1, 1];

        var fault = Assert.Throws<InvalidDataException>(() => new ByteReader(bytes).List(static (ref ByteReader from) => from.Byte()));
        Assert.Contains("2147483647 items", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyBytes_ThrowsNothingElse()
    {
        var random = new Random(11);
        var bytes = new byte[64];
        for (var round = 0; round < 20_000; round++)
        {
            random.NextBytes(bytes);
            try
            {
                ReadAll(bytes.AsSpan(0, random.Next(bytes.Length)));
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    private static byte[] OneOfEach()
    {
        var writer = new ByteWriter();
        writer.Byte(7);
        writer.Flag(true);
        writer.Flag(false);
        writer.Bytes([1, 2, 3]);
        Array.ForEach([0, 127, 128, int.MaxValue, -1], writer.Count);
        writer.UInt16(ushort.MaxValue);
        writer.Int64(long.MinValue);
        Array.ForEach(["", "né \U0001F600", "\uD83D"], writer.Text);
        writer.List(["a", "b"], static (to, text) => to.Text(text));
        writer.Count(1);
        return writer.ToArray();
    }

    private static void ReadAll(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        _ = (reader.Byte(), reader.Flag(), reader.Flag(), reader.Bytes(3).Length);
        _ = (reader.Count(), reader.Count(), reader.Count(), reader.Count(), reader.Count(), reader.UInt16(), reader.Int64());
        _ = (reader.Text(), reader.Text(), reader.Text(), reader.List(static (ref ByteReader from) => from.Text()),
            reader.OneOf(["a", "b"]));
    }
}
