using ProposalSearch.Foundation.Bytes;
using Xunit;

namespace ProposalSearch.Foundation.Tests.Bytes;

public sealed class Fnv1aTests
{
    /// <summary>The published values of FNV-1a for these bytes.</summary>
    [Theory]
    [InlineData("", 0xCBF29CE484222325)]
    [InlineData("a", 0xAF63DC4C8601EC8C)]
    [InlineData("foobar", 0x85944171F73967E8)]
    [InlineData("FooBar", 0x85944171F73967E8)]
    public void OfLowerCase_PublishedWords_HaveThePublishedHashes(string word, ulong hash) => Assert.Equal(hash, Fnv1a.OfLowerCase(word));

    [Fact]
    public void Mix_OneBitOfTheHash_TurnsAboutHalfOfTheResult()
    {
        for (var bit = 0; bit < 64; bit++)
        {
            Assert.InRange(ulong.PopCount(Fnv1a.Mix(1234567) ^ Fnv1a.Mix(1234567 ^ (1UL << bit))), 16UL, 48UL);
        }
    }
}
