using System.Text;
using ProposalSearch.Engine.Documents;
using Xunit;

namespace ProposalSearch.Engine.Tests.Documents;

public sealed class TextCodecTests
{
    [Fact]
    public void Encode_WorkedExampleOfTheFormat_HasItsBytes()
    {
        var codec = TextCodec.Read([2, 4, 1, 0x74, 0x68, 0x65, 0x20, 0x6F]);

        Assert.Equal([0, 0xFF, 0x66, 1, 0xFF, 0x78], Encode(codec, "the fox"u8));
        Assert.Equal([2, 4, 1, 0x74, 0x68, 0x65, 0x20, 0x6F], codec.Table.ToArray());
    }

    [Fact]
    public void Train_EnglishText_HalvesIt()
    {
        var text = File.ReadAllBytes(Path.Combine(Testing.Repository.Root, "seeds", "2015", "lift-la-member2member-project.md"));
        var codec = TextCodec.Train(text);

        Assert.InRange(Encode(codec, text).Length, 1, text.Length * 55 / 100);
    }

    [Fact]
    public void Encode_SymbolsLongerThanTheRest_TakesTheLongestThatFits()
    {
        // a, ab, abc, abc and a zero, abc and two zeros: after the end of a text come zeros, which are no part of it.
        var codec = TextCodec.Read([5, 1, 2, 3, 4, 5, .. "aababcabc\0abc\0\0"u8]);

        Assert.Equal([0], Encode(codec, "a"u8));
        Assert.Equal([1], Encode(codec, "ab"u8));
        Assert.Equal([2], Encode(codec, "abc"u8));
        Assert.Equal([3], Encode(codec, "abc\0"u8));
        Assert.Equal([4, 2], Encode(codec, "abc\0\0abc"u8));
        Assert.Equal([4, 4], Encode(codec, "abc\0\0abc\0\0"u8));
    }

    [Fact]
    public void Train_SameSample_GivesTheSameTable()
    {
        var text = Encoding.UTF8.GetBytes(PlainDocument.RandomText(new Random(1)));

        Assert.Equal(TextCodec.Train(text).Table.ToArray(), TextCodec.Train(text).Table.ToArray());
    }

    [Fact]
    public void Train_Nothing_StillEncodes() => AssertRoundTrip(TextCodec.Train([]), "any text"u8.ToArray(), "no sample");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Decode_OfEncode_IsTheText(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[5000];
        random.NextBytes(bytes);
        TextCodec[] codecs =
        [
            TextCodec.Train(Encoding.UTF8.GetBytes(PlainDocument.RandomText(random))),
            TextCodec.Train(bytes.AsSpan(0, 2000)),
            TextCodec.Train(new byte[300]),
            TextCodec.Train(Enumerable.Repeat((byte)0xFF, 100).ToArray()),
        ];
        foreach (var codec in codecs)
        {
            for (var length = 0; length < 40; length++)
            {
                AssertRoundTrip(codec, bytes[..length], $"seed {seed}, {length} bytes");
                AssertRoundTrip(codec, new byte[length], $"{length} zeros");
                AssertRoundTrip(codec, [.. Enumerable.Repeat((byte)0xFF, length)], $"{length} FF");
            }

            AssertRoundTrip(codec, bytes, $"seed {seed}");
            AssertRoundTrip(codec, Encoding.UTF8.GetBytes(PlainDocument.RandomText(random)), $"seed {seed}, text");
            AssertRoundTrip(TextCodec.Read(codec.Table), bytes, $"seed {seed}, table read");
        }
    }

    [Fact]
    public void Decode_DamagedCodes_NeverLeavesTheDestination()
    {
        var random = new Random(9);
        var codec = TextCodec.Train("the students of the community and the students of the city"u8);
        for (var round = 0; round < 2000; round++)
        {
            var codes = new byte[random.Next(30)];
            random.NextBytes(codes);
            try
            {
                Assert.InRange(codec.Decode(codes, new byte[20]), 0, 20);
            }
            catch (FormatException)
            {
                Assert.NotEmpty(codes);
            }
        }
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 1, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 0 })]
    [InlineData(new byte[] { 1, 2, 0x61 })]
    [InlineData(new byte[] { 0, 0 })]
    [InlineData(new byte[] { 255, 1, 1 })]
    public void Read_NoTable_IsRefused(byte[] table) => Assert.Throws<FormatException>(() => TextCodec.Read(table));

    private static byte[] Encode(TextCodec codec, ReadOnlySpan<byte> text)
    {
        var codes = new byte[text.Length * TextCodec.MaxExpansion];
        return codes[..codec.Encode(text, codes)];
    }

    private static void AssertRoundTrip(TextCodec codec, byte[] text, string hint)
    {
        var decoded = new byte[text.Length + TextCodec.DecodeSlack];
        var length = codec.Decode(Encode(codec, text), decoded);
        Assert.True(text.AsSpan().SequenceEqual(decoded.AsSpan(0, length)), hint);
    }
}
