using System.Security.Cryptography;
using System.Text.Json;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Api;

/// <summary>Names the settings that the host runs with, so that an answer made with other ones is never taken for one of now.</summary>
internal sealed class SettingsDigest(SearchHostOptions options)
{
    /// <summary>
    /// A digest of all settings but where things lie, which the index's build stands for. Of the others, one that changes no answer costs
    /// no more than that an answer is made again.
    /// </summary>
    public string Value { get; } = Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(options with { Source = "", Index = "", Schema = "" })).AsSpan(0, 12));
}
