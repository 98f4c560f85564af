using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Postings;

/// <summary>
/// What is known of a block of postings without opening it: 24 bytes. The impacts are pairs of a frequency and a length such
/// that no posting of the block has both a greater frequency and a smaller length than some pair; unused ones are zero.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct SkipEntry
{
    /// <summary>Bytes of an entry.</summary>
    public const int Bytes = 24;

    /// <summary>Impacts of an entry at most.</summary>
    public const int ImpactCount = 4;

    /// <summary>The last document of the block.</summary>
    public int LastDocument;

    /// <summary>Where the block begins, counted from the end of the term's entries.</summary>
    public uint PostingsOffset;

    /// <summary>Where its positions begin, counted from the term's first.</summary>
    public uint PositionsOffset;

    /// <summary>The impacts.</summary>
    public Impacts Pairs;

    /// <summary>An offset within a term, which has 32 bits: enough for a word that comes three thousand million times.</summary>
    /// <exception cref="NotSupportedException">It is greater.</exception>
    public static uint Offset(long bytes) => bytes is >= 0 and <= uint.MaxValue ? (uint)bytes : throw new NotSupportedException(
        $"One word takes {bytes:N0} bytes of positions, and a segment has room for {uint.MaxValue:N0}. Split the archive into "
            + "several indexes.");

    /// <summary>Four impacts in a row.</summary>
    [InlineArray(ImpactCount)]
    internal struct Impacts
    {
        private Impact _first;
    }
}

/// <summary>A frequency with the encoded length of a document that has it.</summary>
/// <param name="Frequency">65,535 stands for any greater one.</param>
/// <param name="Length">A length as <see cref="LengthCode"/> encodes it.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct Impact(ushort Frequency, byte Length);
