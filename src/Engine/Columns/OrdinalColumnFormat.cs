using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// Where the parts of an ordinal column lie: the distinct values of a field, sorted by their UTF-8 bytes, and for each document the
/// ordinals (places in that order, from 0) of its values.
/// </summary>
/// <remarks>
/// Each part begins on a multiple of 8, the whole on a multiple of 64.
/// <code>
/// header     int32   documents
///            int32   values
///            int32   entries: pairs of a document and a value of it
///            byte    width of an ordinal: 1, 2 or 4 bytes
///            byte    width of an end: 1, 2 or 4 bytes, 0 when there are none
///            byte    shape: 0 single, 1 lists, 2 bits
///            byte    zero
///            int32   the most values that one document has
///            uint32  bytes of all values
/// ends       uint32 for each value: where it ends in the bytes
/// bytes      of the values, one after the other
///
///            single, when no document has two values:
/// ordinals   for each document its ordinal + 1, or 0 when it has none
///
///            bits, when some have and there are at most <see cref="MaxBitValues"/> values:
/// bits       for each 64 documents, for each value: uint64, a bit for each document that has it
///
///            lists, otherwise:
/// ordinals   for each entry, by document and then by ordinal
/// blocks     int32 for each 64 documents, and one more: the first entry of the block
/// ends       for each document where its entries end, counted from its block's first
/// </code>
/// Example: document 0 has "b", document 1 nothing, document 2 has "a" (24 + 8 + 8 + 8 bytes):
/// <code>
///  0  03 00 00 00  02 00 00 00  02 00 00 00  01 00 00 00  01 00 00 00  02 00 00 00
/// 24  01 00 00 00  02 00 00 00             "a" ends at 1, "b" at 2
/// 32  61 62  00 00 00 00 00 00             the bytes, filled up to a multiple of 8
/// 40  02 00 01  00 00 00 00 00             ordinal 1, none, ordinal 0
/// </code>
/// With "a" and "b" in document 0, the widths and shape are <c>01 00 02</c>, there are 3 entries, the most is 2, and from 40 follows
/// <c>05 00 00 00 00 00 00 00  01 00 00 00 00 00 00 00</c>: documents 0 and 2 have "a", document 0 has "b".
/// </remarks>
internal readonly struct OrdinalColumnFormat
{
    /// <summary>Documents that share one whole number of the place of their entries.</summary>
    public const int BlockDocuments = 64;

    /// <summary>
    /// Up to so many values, documents with several are kept as bits: eight bytes a document at most, and counted ten times as fast.
    /// </summary>
    public const int MaxBitValues = 64;

    /// <summary>Bytes of the header.</summary>
    public const int HeaderBytes = 24;

    private OrdinalColumnFormat(long start, int documents, int values, int entries, int widths, int most, uint valueBytes)
    {
        (Documents, Values, Entries, MaxOrdinals) = (documents, values, entries, most);
        (OrdinalWidth, EndWidth, Shape) = (widths & 0xFF, (widths >> 8) & 0xFF, (ColumnShape)(widths >> 16 & 0xFF));
        ValueEndsAt = start + HeaderBytes;
        ValuesAt = Align(ValueEndsAt + (4L * values));
        OrdinalsAt = Align(ValuesAt + valueBytes);
        BlocksAt = Align(OrdinalsAt + ((long)OrdinalWidth * entries));
        EndsAt = Align(BlocksAt + (4L * (Blocks(documents) + 1)));
    }

    public int Documents { get; }

    public int Values { get; }

    public int Entries { get; }

    public int OrdinalWidth { get; }

    public int EndWidth { get; }

    public int MaxOrdinals { get; }

    public long ValueEndsAt { get; }

    public long ValuesAt { get; }

    public long OrdinalsAt { get; }

    public long BlocksAt { get; }

    public long EndsAt { get; }

    public ColumnShape Shape { get; }

    /// <summary>Blocks of so many documents, the last one perhaps not full.</summary>
    public static int Blocks(int documents) => (documents + BlockDocuments - 1) / BlockDocuments;

    /// <summary>Bytes that numbers from 0 to <paramref name="greatest"/> take: 1, 2 or 4.</summary>
    public static int Width(int greatest) => greatest <= byte.MaxValue ? 1 : greatest <= ushort.MaxValue ? 2 : 4;

    /// <summary>The shape that a column has.</summary>
    public static ColumnShape ShapeFor(int values, int most) =>
        most <= 1 ? ColumnShape.Single : values <= MaxBitValues ? ColumnShape.Bits : ColumnShape.Lists;

    /// <summary>Reads the header of a column that begins at or just after an offset.</summary>
    public static OrdinalColumnFormat Read(OpenedFile file, long offset)
    {
        var start = (offset + 63) & ~63L;
        var header = file.Slice<int>(start, HeaderBytes / 4);
        return new(start, header[0], header[1], header[2], header[3], header[4], (uint)header[5]);
    }

    private static long Align(long offset) => (offset + 7) & ~7L;
}
