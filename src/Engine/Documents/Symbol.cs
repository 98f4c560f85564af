using System.Buffers.Binary;

namespace ProposalSearch.Engine.Documents;

/// <summary>1 to 8 bytes that a <see cref="TextCodec"/> replaces by one.</summary>
/// <param name="Bytes">The bytes, the first one lowest; those beyond the length are zero.</param>
/// <param name="Length">1 to 8.</param>
internal readonly record struct Symbol(ulong Bytes, int Length)
{
    /// <summary>The most bytes that a symbol has.</summary>
    public const int MaxLength = 8;

    /// <summary>All bits of the bytes that the symbol has.</summary>
    public ulong Mask => MaskOf(Length);

    /// <summary>The first byte.</summary>
    public byte First => (byte)Bytes;

    /// <summary>A symbol of one byte.</summary>
    public static Symbol Of(byte value) => new(value, 1);

    /// <summary>All bits of the first 1 to 8 bytes.</summary>
    public static ulong MaskOf(int length) => ulong.MaxValue >> (64 - (8 * length));

    /// <summary>This symbol and then another, which fit into one together.</summary>
    public Symbol Then(Symbol next) => new(Bytes | next.Bytes << (8 * Length), Length + next.Length);

    /// <summary>Writes the bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        Span<byte> all = stackalloc byte[MaxLength];
        BinaryPrimitives.WriteUInt64LittleEndian(all, Bytes);
        all[..Length].CopyTo(destination);
    }

    /// <summary>Reads 1 to 8 bytes.</summary>
    public static Symbol Read(ReadOnlySpan<byte> bytes)
    {
        Span<byte> all = stackalloc byte[MaxLength];
        all.Clear();
        bytes.CopyTo(all);
        return new(BinaryPrimitives.ReadUInt64LittleEndian(all), bytes.Length);
    }
}
