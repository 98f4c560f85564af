using System.Security.Cryptography;
using System.Text.Json;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Api;

/// <summary>Names the settings that the host runs with, so that an answer made with other ones is never taken for one of now.</summary>
internal sealed class SettingsDigest(SearchHostOptions options)
{
    /// <summary>
    /// A digest of all settings except secrets and paths: what lies there is known by the index's build. It covers settings that change no
    /// answer too, which costs no more than making an answer again.
    /// </summary>
    public string Value { get; } = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        options with { Source = "", Index = "", Dump = "", Schema = "", AdminKey = "" })).AsSpan(0, 12));
}
