using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Completing;

/// <summary>The bytes of a blob, as <see cref="Foundation.Bytes.ByteWriter"/> wrote them.</summary>
/// <param name="name">The blob's name, for errors.</param>
/// <param name="bytes">The bytes.</param>
internal sealed class BlobBytes(string name, byte[] bytes)
{
    /// <summary>Some of the bytes.</summary>
    /// <exception cref="UnreadableBytesException">They are not there.</exception>
    public ReadOnlySpan<byte> Slice(long offset, int length) => Slice<byte>(offset, length);

    /// <summary>Some of the bytes as numbers.</summary>
    /// <exception cref="UnreadableBytesException">They are not there.</exception>
    public ReadOnlySpan<T> Slice<T>(long offset, int count)
        where T : unmanaged
    {
        var length = (long)count * Unsafe.SizeOf<T>();
        return offset < 0 || count < 0 || offset + length > bytes.Length
            ? throw Damaged($"{length} bytes were asked for at {offset}, and it has {bytes.Length}")
            : MemoryMarshal.Cast<byte, T>(bytes.AsSpan((int)offset, (int)length));
    }

    /// <summary>An error for what cannot have been written.</summary>
    /// <param name="fault">What is wrong, without a full stop.</param>
    public UnreadableBytesException Damaged(string fault) =>
        new($"The part '{name}' of the index is not as it was written: {fault}. Build the index anew.");
}
