using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>How large pages are on a real archive of 1,288 proposals, where there is one.</summary>
public sealed class LeanPageTests(ArchiveFixture fixture, ITestOutputHelper output) : IClassFixture<ArchiveFixture>
{
    [SharedFact("corpora", "la2050-archive")]
    public async Task Page_OfTenHits_HasFewElementsAndBytes()
    {
        string[] addresses =
        [
            "/", "/about", "/?q=poverty", "/?q=college+access&year=2015&area=East+LA", "/proposals", "/trends?q=poverty,college",
        ];
        foreach (var address in addresses)
        {
            var page = await fixture.Host!.PageAsync(address);
            var text = await fixture.Host.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
            output.WriteLine($"{address}: {page.All.Length} elements, {text.Length} bytes");

            Assert.InRange(page.All.Length, 50, 899);
            Assert.InRange(text.Length, 5_000, 60_000);
        }
    }
}
