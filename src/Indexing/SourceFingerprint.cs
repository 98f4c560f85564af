using System.Security.Cryptography;
using System.Text;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Indexing;

/// <summary>A digest of all that an index depends on: the schema, the paths and bytes of the sources, and the mapping.</summary>
internal static class SourceFingerprint
{
    /// <summary>Counts up with each change of what the same sources become.</summary>
    private const string MappingVersion = "proposals 13";

    /// <summary>The digest of these files, in this order.</summary>
    public static string Of(ProposalSchema schema, IEnumerable<(string Path, string Hash)> files)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(digest, MappingVersion);
        Append(digest, schema.Digest);
        foreach (var (path, hash) in files)
        {
            Append(digest, path);
            Append(digest, hash);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static void Append(IncrementalHash digest, string text)
    {
        digest.AppendData(Encoding.UTF8.GetBytes(text));
        digest.AppendData([0]);
    }
}
