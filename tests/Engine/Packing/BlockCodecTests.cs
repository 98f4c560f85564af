using ProposalSearch.Engine.Packing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Packing;

public sealed class BlockCodecTests
{
    [Fact]
    public void Unpack_EveryWidth_GivesBackWhatWasPackedAsThePlainTwinDoes()
    {
        for (var bits = 0; bits <= 32; bits++)
        {
            for (var seed = 0; seed < 10; seed++)
            {
                var values = PackingDuel.Numbers(new Random(seed * 100 + bits), BlockCodec.Size, bits);
                var packed = new byte[BlockCodec.Bytes(bits)];
                BlockCodec.Pack(values, bits, packed);
                var (unpacked, plainly) = (new uint[BlockCodec.Size], new uint[BlockCodec.Size]);
                BlockCodec.Unpack(packed, bits, unpacked);
                BlockCodec.UnpackPlainly(packed, bits, plainly);

                Assert.True(values.SequenceEqual(unpacked), $"{bits} bits, seed {seed}");
                Assert.True(values.SequenceEqual(plainly), $"{bits} bits, seed {seed}, the plain twin");
            }
        }
    }

    [Fact]
    public void Pack_FourBits_LaysTheLanesAsTheFormatSays()
    {
        var values = new uint[BlockCodec.Size];
        (values[0], values[1], values[3], values[4], values[32]) = (1, 2, 3, 4, 5);
        var packed = new byte[BlockCodec.Bytes(4)];
        BlockCodec.Pack(values, 4, packed);

        byte[] expected = [0x41, 0, 0, 0, 0x02, 0, 0, 0, 0, 0, 0, 0, 0x03, 0, 0, 0, 0x05, .. new byte[47]];
        Assert.Equal(expected, packed);
    }

    [Fact]
    public void Unpack_IntoMoreRoom_LeavesTheRestAlone()
    {
        var destination = new uint[BlockCodec.Size + 8];
        Array.Fill(destination, 7u);
        BlockCodec.Unpack([], 0, destination);

        Assert.Equal(Enumerable.Repeat(0u, BlockCodec.Size).Concat(Enumerable.Repeat(7u, 8)), destination);
    }

    [Fact]
    public void Unpack_SourceOrDestinationTooShort_IsRefused()
    {
        Assert.Throws<IndexOutOfRangeException>(() => BlockCodec.Unpack(new byte[47], 3, new uint[BlockCodec.Size]));
        Assert.Throws<IndexOutOfRangeException>(() => BlockCodec.Unpack(new byte[48], 3, new uint[BlockCodec.Size - 1]));
        Assert.Throws<IndexOutOfRangeException>(() => BlockCodec.Accumulate(new uint[BlockCodec.Size - 1], 0));
    }

    [Fact]
    public void Accumulate_AnyGaps_EqualsThePlainTwin()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var gaps = PackingDuel.Numbers(random, BlockCodec.Size, random.Next(25));
            var start = seed % 2 == 0 ? uint.MaxValue : (uint)random.Next();
            var plainly = gaps.ToArray();
            BlockCodec.Accumulate(gaps, start);
            BlockCodec.AccumulatePlainly(plainly, start);

            Assert.True(plainly.SequenceEqual(gaps), $"seed {seed}");
        }
    }

    [Fact]
    public void Accumulate_NoGapsBeforeTheFirst_CountsFromZero()
    {
        var values = new uint[BlockCodec.Size];
        BlockCodec.Accumulate(values, uint.MaxValue);

        Assert.Equal(Enumerable.Range(0, BlockCodec.Size).Select(i => (uint)i), values);
    }

    [Theory]
    [InlineData(0u, 0)]
    [InlineData(1u, 1)]
    [InlineData(255u, 8)]
    [InlineData(256u, 9)]
    [InlineData(uint.MaxValue, 32)]
    public void BitsNeeded_GreatestNumber_Decides(uint greatest, int bits)
    {
        Assert.Equal(bits, BlockCodec.BitsNeeded([0, greatest / 2, greatest, 0]));
    }
}
