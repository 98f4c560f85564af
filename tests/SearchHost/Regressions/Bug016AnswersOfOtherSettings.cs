using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// A host that was started with other settings said of its old answers that they are still good: pages kept the old title.
/// </summary>
public sealed class Bug016AnswersOfOtherSettings
{
    [Fact]
    public async Task Get_AfterASettingWasChanged_HasAnotherTag()
    {
        var tags = new List<string>();
        (string, string?)[] settings =
        [
            ("Title", "ProposalSearch"), ("Title", "Grants"), ("MaxQueryLength", "100"), ("MaxFilterValues", "10"),
            ("AllowedOrigins:0", "https://a.example"), ("Title", "ProposalSearch"),
        ];
        foreach (var (key, value) in settings)
        {
            await using var host = await RunningHost.StartAsync(settings: [("ProposalSearch:" + key, value)]);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/?q=poverty", UriKind.Relative));
            request.Headers.Host = "localhost";
            using var response = await host.Client.SendAsync(request);
            tags.Add(response.Headers.ETag!.Tag);
        }

        Assert.Equal(tags[0], tags[^1]);
        Assert.Equal(tags.Count - 1, tags.Distinct().Count());
    }
}
