using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>What stands before a cluster in earnest: it speaks TLS, and wants to know who asks.</summary>
internal sealed class TlsNode : IAsyncDisposable
{
    /// <summary>The name that it knows.</summary>
    public const string User = "reader";

    /// <summary>The password of that.</summary>
    public const string Password = "open-sesame";

    private const string Refused = """{"error":{"type":"security_exception","reason":"unknown"},"status":401}""";

    private readonly WebApplication _application;

    private TlsNode(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listening => listening.UseHttps(certificate)));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    /// <summary>Where it is.</summary>
    public Uri Address => new(_application.Urls.Single());

    /// <summary>Starts one with a certificate.</summary>
    public static async Task<TlsNode> StartAsync(X509Certificate2 certificate)
    {
        var node = new TlsNode(certificate);
        await node._application.StartAsync();
        return node;
    }

    /// <summary>A certificate that is its own authority, for a name or an address.</summary>
    public static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static Task AnswerAsync(HttpContext context)
    {
        string known = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        bool isKnown = context.Request.Headers.Authorization == known;
        context.Response.StatusCode = isKnown ? 200 : 401;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(isKnown ? "{}" : Refused);
    }
}
