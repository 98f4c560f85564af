using ProposalSearch.SearchHost.Pictures;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pictures;

public sealed class PictureOriginsTests
{
    [Theory]
    [InlineData("https://images.example.org/a.jpg", true, true)]
    [InlineData("https://IMAGES.example.org/a.jpg", true, true)]
    [InlineData("http://images.example.org/a.jpg", false, true)]
    [InlineData("https://images.example.org:8443/a.jpg", false, false)]
    [InlineData("https://other.example.org/a.jpg", false, true)]
    [InlineData("http://127.0.0.1:9000/a.jpg", true, false)]
    [InlineData("https://user:word@images.example.org/a.jpg", false, false)]
    [InlineData("ftp://images.example.org/a.jpg", false, false)]
    [InlineData("file:///etc/passwd", false, false)]
    [InlineData("data:image/png;base64,AA", false, false)]
    [InlineData("/a.jpg", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void Of_AnAddress_IsWhatTheSettingAllows(string? address, bool isNamed, bool isOfAll)
    {
        Assert.Equal(isNamed, new PictureOrigins(["https://images.example.org", "http://127.0.0.1:9000"]).Of(address) is not null);
        Assert.Equal(isOfAll, new PictureOrigins(["*"]).Of(address) is not null);
        Assert.Null(new PictureOrigins([]).Of(address));
    }
}
