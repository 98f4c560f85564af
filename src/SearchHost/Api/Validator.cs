using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using ProposalSearch.Retrieval;

namespace ProposalSearch.SearchHost.Api;

/// <summary>
/// Saves work and traffic for answers that somebody has already: an answer depends on nothing but the program, the index's build
/// and the address.
/// </summary>
public static class Validator
{
    private static readonly string Program = typeof(Validator).Module.ModuleVersionId.ToString("N");

    /// <summary>
    /// Names the answer in <c>ETag</c>, and answers 304 when the client has it. The name is weak, since <c>took_ms</c> differs.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="identity">The index.</param>
    /// <param name="state">What else the answer depends on.</param>
    public static bool IsFresh(HttpContext context, IndexIdentity identity, string state = "")
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(identity);
        var named = string.Join('\n', Program, identity.Build, context.Request.PathBase, context.Request.Path, context.Request.QueryString, state);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)).AsSpan(0, 12));
        var tag = new EntityTagHeaderValue($"\"{digest}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
