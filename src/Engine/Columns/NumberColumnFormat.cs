using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// Where the parts of a number column lie: at most one whole number for each document, kept as its distance from the least.
/// </summary>
/// <remarks>
/// Each part begins on a multiple of 8, the whole on a multiple of 64.
/// <code>
/// header     int32   documents
///            int32   documents that have a number
///            int64   the least number, 0 when there is none
///            int64   the greatest number, 0 when there is none
///            int32   width of a distance: 1, 2, 4 or 8 bytes
///            int32   zero
/// distances  for each document; 0 for one that has no number
/// present    only when some document has none: a bit for each document, in words of 8 bytes
/// </code>
/// Example: document 0 is 2013, document 1 has none, document 2 is 2016:
/// <code>
///  0  03 00 00 00  02 00 00 00                            3 documents, 2 have a number
///  8  DD 07 00 00 00 00 00 00  E0 07 00 00 00 00 00 00   2013 to 2016
/// 24  01 00 00 00  00 00 00 00                            1 byte each
/// 32  00 00 03  00 00 00 00 00                            distances, filled up
/// 40  05 00 00 00 00 00 00 00                             documents 0 and 2 have one
/// </code>
/// </remarks>
internal readonly record struct NumberColumnFormat(int Documents, int Present, long Least, long Greatest, int Width)
{
    /// <summary>Bytes of the header.</summary>
    public const int HeaderBytes = 32;

    /// <summary>Whether each document has a number.</summary>
    public bool IsComplete => Present == Documents;

    /// <summary>The format for these numbers.</summary>
    public static NumberColumnFormat For(int documents, ReadOnlySpan<long> numbers)
    {
        if (numbers.IsEmpty)
        {
            return new(documents, 0, 0, 0, 1);
        }

        var (least, greatest) = (numbers[0], numbers[0]);
        foreach (var number in numbers)
        {
            least = Math.Min(least, number);
            greatest = Math.Max(greatest, number);
        }

        return new(documents, numbers.Length, least, greatest, WidthOf((ulong)greatest - (ulong)least));
    }

    /// <summary>Where the distances of a column begin that itself begins at or just after an offset, and its header.</summary>
    public static (NumberColumnFormat Format, long DistancesAt) Read(OpenedFile file, long offset)
    {
        var start = (offset + 63) & ~63L;
        var counts = file.Slice<int>(start, 2);
        var limits = file.Slice<long>(start + 8, 2);
        return (new(counts[0], counts[1], limits[0], limits[1], file.Slice<int>(start + 24, 1)[0]), start + HeaderBytes);
    }

    /// <summary>Writes the header.</summary>
    public void Write(FileWriter writer)
    {
        writer.WriteInt32(Documents);
        writer.WriteInt32(Present);
        writer.WriteInt64(Least);
        writer.WriteInt64(Greatest);
        writer.WriteInt32(Width);
        writer.WriteInt32(0);
    }

    /// <summary>Where the bits of the documents that have a number begin.</summary>
    public long PresentAt(long distancesAt) => (distancesAt + ((long)Documents * Width) + 7) & ~7L;

    private static int WidthOf(ulong greatest) => greatest switch
    {
        <= byte.MaxValue => 1,
        <= ushort.MaxValue => 2,
        <= uint.MaxValue => 4,
        _ => 8,
    };
}
