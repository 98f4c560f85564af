using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ProposalSearch.Backends.OpenSearch.Cluster;

/// <summary>
/// Whether a node has a certificate that one of some authorities signed, for the name that it was addressed by. Certificates that were
/// withdrawn are not asked for: clusters rarely have anybody who would tell. Thread-safe.
/// </summary>
/// <param name="authorities">The authorities.</param>
internal sealed class TrustedAuthorities(IReadOnlyList<X509Certificate2> authorities)
{
    /// <summary>Whether a certificate is to be trusted.</summary>
    /// <param name="certificate">The node's.</param>
    /// <param name="sent">What it sent along.</param>
    /// <param name="faults">What the system found, which knows nothing of the authorities.</param>
    public bool Trust(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors faults)
    {
        if (certificate is not X509Certificate2 shown || (faults & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities.ToArray());
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainElements.Select(element => element.Certificate).ToArray());
        }

        return chain.Build(shown);
    }
}
