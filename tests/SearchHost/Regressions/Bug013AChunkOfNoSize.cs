using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>A chunk of the body whose size is beyond all numbers was answered with 500, as if it were our fault.</summary>
[Collection(HostCollection.Name)]
public sealed class Bug013AChunkOfNoSize(HostFixture fixture)
{
    [Theory]
    [InlineData("7fffffffffffffff")]
    [InlineData("ffffffffffffffff")]
    [InlineData("fffffffffffffffff")]
    [InlineData("80000000")]
    [InlineData("-1")]
    [InlineData("xyz")]
    public async Task Post_ChunkOfThisSize_IsAFaultOfTheRequest(string size)
    {
        var answer = await fixture.Host.SendRawAsync(
            "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
            + $"Transfer-Encoding: chunked\r\n\r\n{size}\r\n{{}}\r\n0\r\n\r\n");

        Assert.Matches("^HTTP/1.1 4(00|13) ", answer);
    }
}
