using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Backends.Embedded;

/// <summary>
/// Names a build by what is in it: the checksums of its files and what its manifest says of the proposals, not when or how often it was
/// built.
/// </summary>
internal static class BuildDigest
{
    private const int Bytes = 8;

    /// <summary>16 hexadecimal digits.</summary>
    public static string Of(Manifest manifest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[16];
        foreach (var file in manifest.AllFiles)
        {
            BinaryPrimitives.WriteInt64LittleEndian(numbers, file.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(numbers[8..], file.Checksum);
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetExtension(file.Name)));
            hash.AppendData(numbers);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }
}
