using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ProposalSearch.Retrieval.Documents;

/// <summary>
/// What a document was made of, as 128 bits of SHA-256. The digests of all documents, added up, name the content of an index whatever the
/// order and the steps in which it came about. Labels of sections have no part in it: whoever numbers them may do so as they come.
/// </summary>
public static class ContentDigest
{
    /// <summary>Bytes of a digest.</summary>
    public const int Bytes = 16;

    /// <summary>The digest of a document.</summary>
    public static UInt128 Of(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, document.Id);
        Append(hash, document.Stored.Span);
        document.Sections.ForEach(section => Append(hash, section.Text));
        foreach (var (column, value) in document.Values.Distinct()
            .OrderBy(pair => pair.Column, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal))
        {
            Append(hash, column);
            Append(hash, value);
        }

        foreach (var (column, value) in document.Numbers.OrderBy(pair => pair.Column, StringComparer.Ordinal))
        {
            Append(hash, column);
            Append(hash, BitConverter.GetBytes(value));
        }

        return Read(hash.GetHashAndReset());
    }

    /// <summary>A digest as bytes.</summary>
    public static byte[] Write(UInt128 digest)
    {
        byte[] bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, digest);
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static UInt128 Read(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
