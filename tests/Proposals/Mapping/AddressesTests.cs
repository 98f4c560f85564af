using ProposalSearch.Proposals.Mapping;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Mapping;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("https://x.org/a?b=1&amp;c=2", "https://x.org/a?b=1&c=2")]
    [InlineData("www.liftcommunities.org", "https://www.liftcommunities.org")]
    [InlineData(" urbansummeracademy.org ", "https://urbansummeracademy.org")]
    [InlineData("civicinnovationlab.la/x", "https://civicinnovationlab.la/x")]
    [InlineData("HTTP://X.org", "HTTP://X.org")]
    public void TryRead_Addresses_AreMadeWhole(string text, string url)
    {
        Assert.True(Addresses.TryRead(text, null, out var read));
        Assert.Equal(url, read);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)//x.org")]
    [InlineData("data:text/html,x")]
    [InlineData("http://x.org/\"onclick=x")]
    [InlineData("http://x.org/<script>")]
    [InlineData("http://localhost/")]
    [InlineData("ann@x.org")]
    [InlineData("N/A")]
    [InlineData("none")]
    [InlineData("picture.jpg")]
    [InlineData("see our website at x.org")]
    [InlineData("")]
    public void TryRead_OtherTexts_AreNone(string text) => Assert.False(Addresses.TryRead(text, null, out _));

    [Theory]
    [InlineData("@liftla", "https://twitter.com/liftla")]
    [InlineData("LIFTCommunities", "https://twitter.com/LIFTCommunities")]
    [InlineData("twitter.com/x", "https://twitter.com/x")]
    public void TryRead_NamesOfAccounts_GetTheirPrefix(string text, string url)
    {
        Assert.True(Addresses.TryRead(text, "https://twitter.com/", out var read));
        Assert.Equal(url, read);
    }

    [Theory]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("None")]
    public void TryRead_NoAccount_IsNone(string text) => Assert.False(Addresses.TryRead(text, "https://twitter.com/", out _));
}
