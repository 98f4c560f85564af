using ProposalSearch.Engine.Packing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Packing;

public sealed class GrowthTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(16, 17, 32)]
    [InlineData(16, 100, 100)]
    [InlineData(1 << 30, (1 << 30) + 1, 0x7FFFFFC7)]
    [InlineData(0x7FFFFFC0, 0x7FFFFFC7, 0x7FFFFFC7)]
    public void Of_WhatAnArrayCanHold_IsTwiceAsMuchOrAllThereIs(int length, long needed, int expected) =>
        Assert.Equal(expected, Growth.Of(length, needed));

    [Theory]
    [InlineData(0x7FFFFFC7, 0x7FFFFFC8L)]
    [InlineData(1 << 30, 1L << 31)]
    public void Of_MoreThanAnArrayHolds_SaysWhatToDo(int length, long needed) =>
        Assert.Contains(
            "split the archive", Assert.Throws<NotSupportedException>(() => Growth.Of(length, needed)).Message, StringComparison.Ordinal);
}
