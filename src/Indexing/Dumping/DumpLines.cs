using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ProposalSearch.Search;

namespace ProposalSearch.Indexing.Dumping;

/// <summary>Writes all proposals of an index as packed JSON lines, one at a time: memory does not grow with the archive.</summary>
internal static class DumpLines
{
    /// <summary>Writes them and flushes the file to the disk.</summary>
    /// <param name="index">The index.</param>
    /// <param name="path">The file, which must not be there.</param>
    /// <param name="cancellation">Ends it; the file is left as it is then.</param>
    /// <returns>The proposals, the bytes of their lines and the digest of those.</returns>
    public static async Task<(long Proposals, long Bytes, string Sha256)> WriteAsync(
        ProposalIndex index, string path, CancellationToken cancellation)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (proposals, bytes) = (0L, 0L);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using (var packed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            var all = new SearchRequest { TimeBudget = null };
            await foreach (var (_, proposal) in index.StreamAsync(all, withAnswers: true, cancellation).ConfigureAwait(false))
            {
                var told = JsonSerializer.SerializeToUtf8Bytes(DumpedProposal.Of(proposal!), DumpJson.Plain.DumpedProposal);
                byte[] line = [.. told, (byte)'\n'];
                digest.AppendData(line);
                await packed.WriteAsync(line, cancellation).ConfigureAwait(false);
                (proposals, bytes) = (proposals + 1, bytes + line.Length);
            }
        }

        file.Flush(flushToDisk: true);
        return (proposals, bytes, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }
}
