using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProposalSearch.Backends.Choice;

/// <summary>
/// Name, password and certificates that a cluster is asked with, as settings and files say. Each file is read once, so that what was
/// checked is what is used. Shows no password. Not thread-safe.
/// </summary>
public sealed class ClusterAccess
{
    /// <summary>The setting of <see cref="Password"/>.</summary>
    public const string PasswordSetting = "OpenSearch:Password";

    /// <summary>The setting of <see cref="PasswordFile"/>.</summary>
    public const string PasswordFileSetting = "OpenSearch:PasswordFile";

    /// <summary>The setting of <see cref="CertificateAuthority"/>.</summary>
    public const string AuthoritySetting = "OpenSearch:CertificateAuthority";

    private const int LongestPassword = 200;

    private (string Password, string? Fault)? _password;
    private (IReadOnlyList<X509Certificate2> Certificates, string? Fault)? _authorities;

    /// <summary>The name that the cluster knows; empty where it does not want to know.</summary>
    public string User { get; init; } = "";

    /// <summary>The password; empty where there is none, or it is in a file.</summary>
    public string Password { get; init; } = "";

    /// <summary>A file whose only line is the password; empty for none.</summary>
    public string PasswordFile { get; init; } = "";

    /// <summary>
    /// A file with the certificates, in PEM, of the authorities that sign those of the nodes; empty for those that the machine trusts.
    /// </summary>
    public string CertificateAuthority { get; init; } = "";

    /// <summary>What cannot be used: the setting, and a sentence of why and what to do.</summary>
    /// <param name="nodes">The addresses of the nodes.</param>
    public IEnumerable<(string Setting, string Fault)> Faults(IReadOnlyList<Uri> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var given = PasswordFile.Length > 0 ? PasswordFileSetting : PasswordSetting;
        if (PasswordFile.Length > 0 && Password.Length > 0)
        {
            yield return (given, $"{PasswordSetting} is set too, and one of them is enough: leave out the other.");
        }

        if (User.Length == 0 && (PasswordFile.Length > 0 || Password.Length > 0))
        {
            yield return (given, "there is a password, and nobody whose it is: set OpenSearch:User to the name that the cluster knows.");
        }

        if (PasswordFile.Length > 0 && OfFile.Fault is { } fault)
        {
            yield return (given, fault);
        }

        if (CertificateAuthority.Length > 0 && OfAuthorities.Fault is { } unread)
        {
            yield return (AuthoritySetting, unread);
        }

        if (CertificateAuthority.Length > 0 && !nodes.Any(static node => node.Scheme == Uri.UriSchemeHttps))
        {
            yield return (AuthoritySetting, "no node has a certificate: give addresses that begin with https://, or leave it out.");
        }
    }

    /// <summary>The settings of a cluster with these, which have no <see cref="Faults"/>.</summary>
    public ClusterSettings For(ClusterSettings cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return cluster with
        {
            User = User.Length > 0 ? User : null,
            Password = PasswordFile.Length > 0 ? OfFile.Password : Password,
            Authorities = CertificateAuthority.Length > 0 ? OfAuthorities.Certificates : [],
        };
    }

    private (string Password, string? Fault) OfFile => _password ??= Read(PasswordFile);

    private (IReadOnlyList<X509Certificate2> Certificates, string? Fault) OfAuthorities =>
        _authorities ??= ReadAuthorities(CertificateAuthority);

    private static (string Password, string? Fault) Read(string file)
    {
        try
        {
            string password = File.ReadAllText(file).TrimEnd('\r', '\n');
            return password.Length is > 0 and <= LongestPassword && password.All(static one => one is > ' ' and <= '~') ? (password, null)
                : ("", FormattableString.Invariant(
                    $"the file {file} must hold the password alone, a line of 1 to {LongestPassword} visible ASCII characters."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ("", $"the file {file} cannot be read: {fault.Message}");
        }
    }

    private static (IReadOnlyList<X509Certificate2> Certificates, string? Fault) ReadAuthorities(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates.Count > 0 ? ([.. certificates], null)
                : ([], $"the file {file} holds no certificate: it must be PEM, which begins with -----BEGIN CERTIFICATE-----.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return ([], $"the certificates in the file {file} cannot be read: {fault.Message}");
        }
    }
}
