using System.Net;
using System.Net.Sockets;
using System.Text;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Limits;

/// <summary>
/// Clients that keep connections without using them, or send what is too large: others are answered, and the host says or closes.
/// <c>bench/Load/proofs.sh</c> does the same with thousands.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class HostileClientTests(HostFixture fixture)
{
    private const int Many = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("")]
    [InlineData("GET /v1/search?q=pover")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX: half")]
    [InlineData("POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")]
    [InlineData("GET /v1/search.ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task Others_BesideManyConnectionsThatEndNothing_AreAnswered(string begun)
    {
        var connections = new List<TcpClient>();
        try
        {
            for (var at = 0; at < Many; at++)
            {
                connections.Add(await ConnectAsync(begun));
            }

            for (var turn = 0; turn < 5; turn++)
            {
                using var other = await ConnectAsync("GET /v1/search?q=poverty HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                Assert.StartsWith("HTTP/1.1 200", await ReadAsync(other));
            }
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX: {large}\r\n\r\n", HttpStatusCode.RequestHeaderFieldsTooLarge)]
    [InlineData("GET /{large} HTTP/1.1\r\nHost: localhost\r\n\r\n", HttpStatusCode.RequestUriTooLong)]
    [InlineData(
        "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n{large}", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(
        "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nF0000\r\n{large}",
        HttpStatusCode.RequestEntityTooLarge)]
    public async Task Send_WhatIsTooLarge_IsRefused(string request, HttpStatusCode status)
    {
        var large = new string('x', 0xF0000);
        using var client = await ConnectAsync("");
        var answer = ReadAsync(client);
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request.Replace("{large}", large, StringComparison.Ordinal)));
        }
        catch (IOException)
        {
            // It was refused before all of it was sent.
        }

        Assert.StartsWith($"HTTP/1.1 {(int)status}", await answer);
    }

    private async Task<TcpClient> ConnectAsync(string begun)
    {
        var client = new TcpClient();
        await client.ConnectAsync(fixture.Host.Client.BaseAddress!.Host, fixture.Host.Client.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun));
        return client;
    }

    /// <summary>The beginning of an answer; nothing where the connection was closed without one.</summary>
    private static async Task<string> ReadAsync(TcpClient client)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[4_096];
        try
        {
            return Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, patience.Token));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
