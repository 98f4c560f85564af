using System.Globalization;
using System.Text;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

/// <summary>
/// Whatever a request of up to 250 KB asks for, its answer grows with the request and with what may be asked for, never with their product.
/// </summary>
public sealed class AnswerSizeTests
{
    // Characters of links at most, and of snippets, each with what escaping and marking may add to them; then what a byte of the request
    // may add.
    private const int Fixed = 8_000_000;
    private const int ForEachByte = 20;

    private static readonly string[] Paths =
    [
        "/v1/search?", "/?", "/v1/search?links=true&", "/v1/search?explain=true&", "/v1/suggest?", "/nothing?",
    ];

    private static readonly string[] Once =
    [
        "facet_size=10000", "per_page=100", "snippets=20", "snippet_length=250", "match=any", "sort=title",
        "pre_tag=%3Cspan%20class%3D%22x%22%3E", "page=2",
    ];

    private static readonly string[] Often =
    [
        "q", "keywords", "category", "area", "exclude.category", "exclude.area", "in", "facets", "year", "zz",
    ];

    private static readonly string[] Values = ["poverty", "a* OR e*", "college students", "~missing", "<b>", "\0\"<>&'", "水", "learn"];

    [Fact]
    public async Task Get_AnyRequest_HasAnAnswerOfBoundedSize()
    {
        await using var host = await RunningHost.StartOnAsync(Path.Combine(Repository.Root, "seeds"));
        var answered = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var address = Address(new Random(seed));
            using var response = await host.GetRawAsync(address);
            var answer = Encoding.UTF8.GetByteCount(await response.Content.ReadAsStringAsync());

            Assert.True((int)response.StatusCode is 200 or 400 or 404, $"seed {seed}: {response.StatusCode}");
            answered += (int)response.StatusCode == 200 ? 1 : 0;
            Assert.True(
                answer < Fixed + (ForEachByte * address.Length), $"seed {seed}: {address.Length} bytes of request, {answer} of answer");
        }

        Assert.True(answered > 50, $"only {answered} requests were answered");
    }

    /// <summary>
    /// Some of what may be asked for, and then one parameter again and again, mostly one that takes any value, up to the length that a
    /// request may have.
    /// </summary>
    private static string Address(Random random)
    {
        var address = new StringBuilder(Paths[random.Next(Paths.Length)]).AppendJoin('&', Once.Where(_ => random.Next(3) == 0));
        var (name, times, length) = (
            Often[Math.Min(random.Next(Often.Length), random.Next(Often.Length))], 1 << random.Next(14), 1 << random.Next(12));
        for (var at = 0; at < times && address.Length < 250_000; at++)
        {
            var value =
                string.Concat(Enumerable.Repeat(Values[random.Next(Values.Length)], length)) + at.ToString(CultureInfo.InvariantCulture);
            address.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value[Math.Max(0, value.Length - length)..]));
        }

        return address.ToString(0, Math.Min(address.Length, 250_000));
    }
}
