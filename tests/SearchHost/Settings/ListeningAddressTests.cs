using ProposalSearch.SearchHost.Settings;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Settings;

/// <summary>What may be listened on; what may not is among <see cref="StartUpMistake.All"/>.</summary>
public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:65535/")]
    [InlineData("http://192.168.1.7:80")]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://*:80")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:80")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://[0:0:0:0:0:0:0:1]:5080")]
    [InlineData("http://[fe80::1%2]:5080")]
    [InlineData("HTTP://LocalHost:5080")]
    [InlineData("https://127.0.0.1:443")]
    [InlineData("http://unix:/nothing.sock")]
    public void Fault_AddressThatTheServerTakesAsWritten_IsNone(string address) => Assert.Null(ListeningAddress.Fault(address));

    [Theory]
    [InlineData("http://127.0.0.1:")]
    [InlineData("http://127.0.0.1: 80")]
    [InlineData("http://127.0.0.1:+80")]
    [InlineData("http://127.0.0.1:0x50")]
    [InlineData("http://127.0.0.1:65536")]
    [InlineData("http://")]
    [InlineData("http:///")]
    [InlineData("://")]
    [InlineData("http://[127.0.0.1]:80")]
    [InlineData("http://[::1:80")]
    [InlineData("http://[::ffff:127.0.0.1]:80")]
    [InlineData("http://user@127.0.0.1:80")]
    [InlineData("http://127.0.0.1:80?x")]
    [InlineData("http://*.example.org:80")]
    [InlineData("http://unix:/")]
    public void Fault_AnythingElse_IsNamed(string address) => Assert.NotNull(ListeningAddress.Fault(address));
}
