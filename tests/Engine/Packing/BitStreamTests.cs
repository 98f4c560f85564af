using ProposalSearch.Engine.Packing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Packing;

public sealed class BitStreamTests
{
    [Fact]
    public void Read_AnyNumberOfAnyWidth_IsWhatWasAppended()
    {
        for (var bits = 0; bits <= BitStream.MaximumBits; bits++)
        {
            var random = new Random(bits);
            var values = PackingDuel.Numbers(random, 1 + random.Next(300), bits);
            var bytes = new byte[BitStream.Bytes(values.Length, bits) + BitStream.Padding];
            var length = BitStream.Append(bytes, 0, values, bits);

            Assert.Equal(BitStream.Bytes(values.Length, bits), length);
            foreach (var i in Enumerable.Range(0, values.Length).OrderBy(_ => random.Next()))
            {
                Assert.True(values[i] == BitStream.Read(bytes, i, bits), $"number {i} of {bits} bits, seed {bits}");
            }
        }
    }

    [Fact]
    public void Read_RunOfAnyLengthAndWidth_EqualsOneByOne()
    {
        for (var bits = 0; bits <= BitStream.MaximumBits; bits++)
        {
            var random = new Random(bits);
            var values = PackingDuel.Numbers(random, 300, bits);
            var bytes = new byte[BitStream.Bytes(values.Length, bits) + BitStream.Padding];
            BitStream.Append(bytes, 0, values, bits);
            for (var length = 0; length < 40; length++)
            {
                var first = random.Next(values.Length - length + 1);
                var run = new uint[length];
                BitStream.Read(bytes, first, bits, run);

                Assert.True(
                    values.AsSpan(first, length).SequenceEqual(run), $"{length} numbers of {bits} bits from {first} on, seed {bits}");
            }
        }
    }

    [Fact]
    public void Append_ThreeBits_PutsTheLowestFirst()
    {
        var bytes = new byte[4];
        var length = BitStream.Append(bytes, 1, [1, 2, 7, 4], 3);

        Assert.Equal(3, length);
        Assert.Equal([0, 0b11_010_001, 0b1001, 0], bytes);
    }
}
