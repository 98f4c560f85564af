using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>A cluster that speaks TLS and wants to know who asks.</summary>
public sealed class TlsTests
{
    private const string Here = "127.0.0.1";

    [Fact]
    public async Task Node_WithACertificateOfTheAuthority_IsAsked()
    {
        using var certificate = TlsNode.Certificate(Here);
        await using var node = await TlsNode.StartAsync(certificate);

        var answer = await AskAsync(node, TlsNode.Password, certificate);

        Assert.Equal(JsonValueKind.Object, answer.ValueKind);
    }

    [Theory]
    [InlineData(Here, true)]
    [InlineData(Here, false)]
    [InlineData("other.example.org", true)]
    public async Task Node_WithAnotherCertificate_IsNotTrusted_AndItIsSaidWhatToDo(string name, bool hasAuthority)
    {
        using var certificate = TlsNode.Certificate(name);
        using var other = TlsNode.Certificate(Here);
        await using var node = await TlsNode.StartAsync(certificate);

        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(async () =>
            await AskAsync(node, TlsNode.Password, hasAuthority ? (name == Here ? other : certificate) : null));

        Assert.Equal(IndexUnavailableReason.Unreachable, fault.Reason);
        Assert.Contains("ProposalSearch__OpenSearch__CertificateAuthority", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TlsNode.Password, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_ToldAWrongPassword_RefusesAndItIsSaidWhatToDo()
    {
        const string wrong = "open-barley";
        using var certificate = TlsNode.Certificate(Here);
        await using var node = await TlsNode.StartAsync(certificate);

        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(async () => await AskAsync(node, wrong, certificate));

        Assert.Equal(IndexUnavailableReason.Inaccessible, fault.Reason);
        Assert.Contains("status 401", fault.Message, StringComparison.Ordinal);
        Assert.Contains("ProposalSearch__OpenSearch__PasswordFile", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong, fault.ToString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> AskAsync(TlsNode node, string password, X509Certificate2? authority)
    {
        var settings = new OpenSearchSettings
        {
            Nodes = [node.Address],
            User = TlsNode.User,
            Password = password,
            Authorities = authority is null ? [] : [authority],
        };
        using var cluster = new ClusterClient(new ClusterConnection(settings), settings);
        return await cluster.AskAsync("GET", "/_cluster/health");
    }
}
