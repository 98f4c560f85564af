using System.IO.Compression;
using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Assets;

[Collection(HostCollection.Name)]
public sealed class AssetTests(HostFixture fixture)
{
    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("zstd", null)]
    [InlineData(null, null)]
    public async Task Get_Asset_ComesCompressedAsTheClientTakesIt(string? accepted, string? encoding)
    {
        foreach (var name in new[] { "site.css", "suggest.js", "favicon.svg" })
        {
            var plain = await GetAsync(name, null);
            var answer = await GetAsync(name, accepted);

            Assert.Equal(encoding, answer.Encoding);
            Assert.Equal(plain.Content, Expand(answer.Content, answer.Encoding));
            Assert.True(encoding is null || answer.Content.Length < plain.Content.Length);
        }
    }

    private async Task<(byte[] Content, string? Encoding)> GetAsync(string name, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Asset.Address("", name), UriKind.Relative));
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        using var response = await fixture.Host.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    private static byte[] Expand(byte[] content, string? encoding)
    {
        if (encoding is null)
        {
            return content;
        }

        using var source = new MemoryStream(content);
        using Stream plain = encoding == "br"
            ? new BrotliStream(source, CompressionMode.Decompress)
            : new GZipStream(source, CompressionMode.Decompress);
        using var target = new MemoryStream();
        plain.CopyTo(target);
        return target.ToArray();
    }
}
