using ProposalSearch.Foundation.Bytes;
using Xunit;

namespace ProposalSearch.Foundation.Tests.Bytes;

public sealed class VarIntTests
{
    [Theory]
    [InlineData(0u, 1)]
    [InlineData(127u, 1)]
    [InlineData(128u, 2)]
    [InlineData(16_383u, 2)]
    [InlineData(16_384u, 3)]
    [InlineData(2_097_151u, 3)]
    [InlineData(268_435_455u, 4)]
    [InlineData(268_435_456u, 5)]
    [InlineData(uint.MaxValue, VarInt.MaximumBytes32)]
    public void Read_WhatWasWritten_TakesAsManyBytes(uint value, int bytes)
    {
        Span<byte> buffer = stackalloc byte[VarInt.MaximumBytes32 + 1];
        buffer.Fill(0xFF);
        var position = 0;
        Assert.Equal(bytes, VarInt.Write(buffer, value));
        Assert.Equal(value, VarInt.Read(buffer, ref position));
        Assert.Equal(bytes, position);
        position = 0;
        Assert.Equal(value, VarInt.ReadLong(buffer, ref position));
        Assert.Equal(bytes, position);
    }

    [Fact]
    public void Read_RandomNumbersInARow_AllComeBack()
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, 5000).Select(_ => (uint)random.NextInt64(1L << random.Next(33))).ToArray();
        var buffer = new byte[values.Length * VarInt.MaximumBytes32];
        var length = values.Aggregate(0, (at, value) => at + VarInt.Write(buffer.AsSpan(at), value));
        var position = 0;
        foreach (var value in values)
        {
            Assert.Equal(value, VarInt.Read(buffer, ref position));
        }

        Assert.Equal(length, position);
    }

    [Fact]
    public void ReadLong_SixtyFourBits_ComeBack()
    {
        var position = 0;

        Assert.Equal(ulong.MaxValue, VarInt.ReadLong([255, 255, 255, 255, 255, 255, 255, 255, 255, 1], ref position));
        Assert.Equal(10, position);
    }
}
