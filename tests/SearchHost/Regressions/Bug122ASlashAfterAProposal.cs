using System.Net;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// The address of a proposal with a slash at its end was none (404), where all other addresses take one; nor was one whose slashes were
/// encoded, as programs send an id that they encode as a whole.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class Bug122ASlashAfterAProposal(HostFixture fixture)
{
    [Theory]
    [InlineData("2015/lift-la/")]
    [InlineData("2015/lift-la//")]
    [InlineData("2015%2Flift-la")]
    [InlineData("2015%2flift-la/")]
    [InlineData("2015%2Flift-la%2F")]
    public async Task Get_AnotherWritingOfTheAddress_AnswersTheSame(string written)
    {
        foreach (var folder in new[] { "/v1/proposals/", "/proposals/" })
        {
            using var expected = await fixture.Host.GetAsync(folder + "2015/lift-la");
            using var actual = await fixture.Host.GetRawAsync(folder + written);

            Assert.Equal(HttpStatusCode.OK, actual.StatusCode);
            Assert.Contains(await expected.Content.ReadAsStringAsync(), await actual.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("/v1/proposals/")]
    [InlineData("/v1/proposals/%2F")]
    [InlineData("/proposals/2015/")]
    [InlineData("/v1/proposals/2015/lift/")]
    public async Task Get_NoProposalWithOrWithoutTheSlash_IsNotFound(string address)
    {
        using var answer = await fixture.Host.GetRawAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_EachProposalWithASlash_IsThatProposal()
    {
        foreach (var proposal in SampleArchive.Proposals)
        {
            var address = "/v1/proposals/" + string.Join('/', proposal.Id.Split('/').Select(Uri.EscapeDataString));
            var answer = await fixture.Host.Client.GetStringAsync(new Uri(address + "/", UriKind.Relative));

            Assert.Equal(proposal.Id, JsonDocument.Parse(answer).RootElement.GetProperty("id").GetString());
        }
    }
}
