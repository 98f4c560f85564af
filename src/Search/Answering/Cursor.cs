using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Answering;

/// <summary>
/// Where to go on: the sort key, score and number of the last hit shown, with a digest of them, of the request and of the build, so
/// that a cursor for anything else is found out. No secret: a digest is no signature, and a forged cursor shows nothing but hits.
/// </summary>
/// <remarks>
/// <code>
/// cursor := base64url(key:i64 score:f32 document:i32 digest:8 bytes of SHA-256), little-endian
/// </code>
/// </remarks>
internal static class Cursor
{
    private const int PlaceBytes = 16;
    private const int DigestBytes = 8;

    /// <summary>The cursor after a hit.</summary>
    public static string Write(RankedDocument hit, SearchRequest request, string build)
    {
        Span<byte> bytes = stackalloc byte[PlaceBytes + DigestBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, hit.Key);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[8..], hit.Score);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], hit.Document);
        Digest(bytes[..PlaceBytes], request, build, bytes[PlaceBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The hit that a cursor goes on after.</summary>
    /// <exception cref="SearchRequestException">The cursor is not of this request to this index.</exception>
    public static RankedDocument Read(SearchRequest request, string build)
    {
        Span<byte> bytes = stackalloc byte[PlaceBytes + DigestBytes + 3];
        Span<byte> digest = stackalloc byte[DigestBytes];
        if (!TryDecode(request.Cursor!, bytes, out var length) || length != PlaceBytes + DigestBytes)
        {
            throw Invalid("is none that this index gave");
        }

        Digest(bytes[..PlaceBytes], request, build, digest);
        if (!digest.SequenceEqual(bytes.Slice(PlaceBytes, DigestBytes)))
        {
            throw Invalid("belongs to another request, or the index has been built anew since");
        }

        return new RankedDocument(
            BinaryPrimitives.ReadInt64LittleEndian(bytes),
            BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]));
    }

    private static bool TryDecode(string cursor, Span<byte> bytes, out int length)
    {
        length = 0;
        return cursor.Length == Base64Url.GetEncodedLength(PlaceBytes + DigestBytes)
            && Base64Url.IsValid(cursor)
            && Base64Url.TryDecodeFromChars(cursor, bytes, out length);
    }

    private static SearchRequestException Invalid(string why) =>
        new(
            [
                new RequestFault(
                    FaultCodes.InvalidCursor,
                    "cursor",
                    $"The cursor {why}: begin again without it, and go on with the cursor of each answer."),
            ]);

    private static void Digest(ReadOnlySpan<byte> place, SearchRequest request, string build, Span<byte> digest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(place);
        foreach (var part in Parts(request, build))
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        whole[..digest.Length].CopyTo(digest);
    }

    /// <summary>All of a request that decides which hits there are, and in which order.</summary>
    private static IEnumerable<string> Parts(SearchRequest request, string build) =>
        [build, request.Sort.ToString(), request.SortBy?.ToString() ?? "", .. RequestParts.Of(request)];
}
