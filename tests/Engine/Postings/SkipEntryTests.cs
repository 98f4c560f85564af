using ProposalSearch.Engine.Postings;
using Xunit;

namespace ProposalSearch.Engine.Tests.Postings;

public sealed class SkipEntryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(uint.MaxValue)]
    public void Offset_OfThirtyTwoBits_IsKept(long bytes) => Assert.Equal(bytes, SkipEntry.Offset(bytes));

    [Theory]
    [InlineData(-1)]
    [InlineData(uint.MaxValue + 1L)]
    public void Offset_OfMore_SaysWhatToDo(long bytes) =>
        Assert.Contains(
            "Split the archive", Assert.Throws<NotSupportedException>(() => SkipEntry.Offset(bytes)).Message, StringComparison.Ordinal);
}
