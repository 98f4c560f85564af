using System.Net;
using System.Net.Http.Headers;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// <c>If-None-Match: *</c> stands for whatever answer there is (RFC 9110, 13.1.2), and was compared as if it were a name.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class Bug015AnyEntityTag(HostFixture fixture)
{
    [Theory]
    [InlineData("/v1/search?q=poverty", HttpStatusCode.NotModified)]
    [InlineData("/v1/proposals/2015/lift-la", HttpStatusCode.NotModified)]
    [InlineData("/v1/proposals/2015/none", HttpStatusCode.NotFound)]
    [InlineData("/v1/search?page=0", HttpStatusCode.BadRequest)]
    public async Task Get_AnyKnown_IsNotModifiedWhereThereIsAnAnswer(string address, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }
}
