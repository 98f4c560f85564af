using ProposalSearch.Retrieval.Scoring;
using Xunit;

namespace ProposalSearch.Engine.Tests.FieldLengths;

public sealed class LengthCodeTests
{
    [Fact]
    public void Decode_LengthUpToForty_IsExact()
    {
        for (var length = 0; length <= 40; length++)
        {
            Assert.Equal(length, LengthCode.Decode(LengthCode.Encode(length)));
        }
    }

    [Fact]
    public void Encode_GreaterLength_NeverHasASmallerCode()
    {
        var (before, length) = ((byte)0, 0L);
        while (length <= int.MaxValue)
        {
            var code = LengthCode.Encode((int)length);
            Assert.True(code >= before && LengthCode.Decode(code) <= length, $"length {length} has code {code}");
            (before, length) = (code, length < 100_000 ? length + 1 : length + (length / 1000));
        }

        Assert.Equal(255, LengthCode.Encode(int.MaxValue));
    }

    [Fact]
    public void Encode_LeastLengthOfACode_IsThatCode()
    {
        for (var code = 0; code <= 255; code++)
        {
            Assert.Equal(code, LengthCode.Encode(LengthCode.Decode((byte)code)));
        }
    }

    [Theory]
    [InlineData(41, 40)]
    [InlineData(42, 42)]
    [InlineData(57, 56)]
    [InlineData(59, 56)]
    [InlineData(100, 96)]
    [InlineData(1000, 984)]
    [InlineData(100_000, 98_328)]
    public void Decode_KnownLengths_AreLucenes(int length, int kept) => Assert.Equal(kept, LengthCode.Decode(LengthCode.Encode(length)));

    /// <summary>
    /// Lucene's <c>SmallFloat.intToByte4</c> by its definition: 24 values as they are, the rest as a float of four significant bits, the
    /// first of them implied, and an exponent; written here with division and loops, not with shifts.
    /// </summary>
    [Fact]
    public void Encode_AnyLength_EqualsTheDefinition()
    {
        var random = new Random(3);
        for (var round = 0; round < 100_000; round++)
        {
            var length = (int)random.NextInt64(1L << random.Next(1, 32));
            Assert.True(Twin(length) == LengthCode.Encode(length), $"length {length}");
        }
    }

    private static int Twin(long length)
    {
        if (length < 24)
        {
            return (int)length;
        }

        var rest = length - 24;
        if (rest < 8)
        {
            return (int)(24 + rest);
        }

        var exponent = 0;
        while (rest >= 16)
        {
            rest /= 2;
            exponent++;
        }

        return (int)(24 + ((exponent + 1) * 8) + (rest - 8));
    }
}
