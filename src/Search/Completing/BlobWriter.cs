using System.Buffers;
using System.Runtime.InteropServices;

namespace ProposalSearch.Search.Completing;

/// <summary>Bytes of a blob in the making: numbers little-endian, in the machine's own layout.</summary>
internal sealed class BlobWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>Adds numbers.</summary>
    public void WriteValues<T>(ReadOnlySpan<T> values)
        where T : unmanaged => _bytes.Write(MemoryMarshal.AsBytes(values));

    /// <summary>Adds zeros up to a multiple of so many bytes.</summary>
    public void Align(int bytes)
    {
        var missing = (bytes - (_bytes.WrittenCount % bytes)) % bytes;
        _bytes.GetSpan(missing)[..missing].Clear();
        _bytes.Advance(missing);
    }
}
