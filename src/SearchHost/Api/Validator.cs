using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using ProposalSearch.Retrieval;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Api;

/// <summary>
/// Saves work and traffic for answers that somebody has already: an answer depends on nothing but the program, its settings, the index's
/// build and the address, with scheme and host.
/// </summary>
internal static class Validator
{
    private static readonly string Program = typeof(Validator).Module.ModuleVersionId.ToString("N");

    /// <summary>As the other method, for what best bets are part of, which come and go with the days.</summary>
    public static bool IsFresh(HttpContext context, IndexSnapshot snapshot) =>
        IsFresh(context, snapshot.Identity, snapshot.Index.DayOfAnswers?.ToString("O", CultureInfo.InvariantCulture) ?? "");

    /// <summary>
    /// Names the answer in <c>ETag</c>, and answers 304 when the client has it. The name is weak, since <c>took_ms</c> differs.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="identity">The index.</param>
    /// <param name="state">What else the answer depends on.</param>
    public static bool IsFresh(HttpContext context, IndexIdentity identity, string state = "")
    {
        var settings = context.RequestServices.GetRequiredService<SettingsDigest>().Value;
        var asked = context.Request;
        var named = string.Join(
            '\n', Program, settings, identity.Build, asked.Scheme, asked.Host, asked.PathBase, asked.Path, asked.QueryString, state);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 12));
        var tag = new EntityTagHeaderValue($"\"{digest}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
        if (!Knows(asked, tag))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>Whether a client says that it has the answer of this name.</summary>
    public static bool Knows(HttpRequest request, EntityTagHeaderValue tag) => request.GetTypedHeaders().IfNoneMatch
        .Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
}
