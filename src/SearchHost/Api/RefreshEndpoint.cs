using System.Security.Cryptography;
using System.Text;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wire;

namespace ProposalSearch.SearchHost.Api;

/// <summary>
/// <c>POST /v1/index/refresh</c>: brings the index up to date now. For whoever knows the key; without a key it does not exist.
/// </summary>
internal static class RefreshEndpoint
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether the address exists.</summary>
    public static bool IsOn(SearchHostOptions options) => options.AdminKey.Length > 0;

    /// <summary>Brings the index up to date, after a renewal that is under way, and answers what became of it.</summary>
    public static async Task PostAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var services = context.RequestServices;
        context.Response.Headers.CacheControl = "no-store";
        if (!IsKey(context.Request.Headers.Authorization.ToString(), services.GetRequiredService<SearchHostOptions>().AdminKey))
        {
            context.Response.Headers.WWWAuthenticate = Scheme.TrimEnd();
            await ProblemAnswer.WriteAsync(context, Problem.Unauthorized).ConfigureAwait(false);
            return;
        }

        // What was begun is ended: a client that goes away leaves no half of it.
        var clock = Clock.Start(context);
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var renewal = services.GetRequiredService<IndexRenewal>();
        await Task.Run(() => renewal.RenewAsync(stopping), stopping).ConfigureAwait(false);
        if (services.GetRequiredService<Upkeep>().Failure is { } failure)
        {
            var cause = ServerPaths.Hide(failure.Cause, services.GetRequiredService<Folders>()) ?? "";
            await ProblemAnswer.WriteAsync(context, Problem.RefreshFailed(cause)).ConfigureAwait(false);
            return;
        }

        var identity = services.GetRequiredService<SnapshotHolder>().Current!.Identity;
        var answer = new RefreshAnswer(
            identity != snapshot.Identity,
            new IndexAnswer(identity.Build, identity.BuiltAt, identity.Documents),
            Math.Round(clock.Elapsed.TotalMilliseconds, 2));
        await Gate.WriteJsonAsync(context, answer, WireJson.Wire.RefreshAnswer).ConfigureAwait(false);
    }

    /// <summary>Compares digests, in a time that does not depend on where they differ.</summary>
    private static bool IsKey(string authorization, string key)
    {
        var sent = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : "";
        return CryptographicOperations.FixedTimeEquals(Digest(sent), Digest(key));
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
