using System.Security.Cryptography;
using System.Text;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Api;

/// <summary>Tells whoever knows the operator's key from others.</summary>
internal static class AdminKey
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether there is a key: what it is for exists only then.</summary>
    public static bool IsSet(SearchHostOptions options) => options.AdminKey.Length > 0;

    /// <summary>Whether a request carries the key; false where it does not, which the client was told.</summary>
    public static async Task<bool> AllowsAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var key = context.RequestServices.GetRequiredService<SearchHostOptions>().AdminKey;
        if (IsKey(context.Request.Headers.Authorization.ToString(), key))
        {
            return true;
        }

        context.Response.Headers.WWWAuthenticate = Scheme.TrimEnd();
        await ProblemAnswer.WriteAsync(context, Problem.Unauthorized).ConfigureAwait(false);
        return false;
    }

    /// <summary>Compares digests, in a time that does not depend on where they differ.</summary>
    private static bool IsKey(string authorization, string key)
    {
        var sent = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : "";
        return CryptographicOperations.FixedTimeEquals(Digest(sent), Digest(key));
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
