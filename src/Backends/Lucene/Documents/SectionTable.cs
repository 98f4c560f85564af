using System.Buffers;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Documents;

/// <summary>
/// Where the sections of a document begin, for searches within some of them: <c>(label:varint words:varint)*</c>. Positions follow
/// from the words and
/// the gap between two sections.
/// </summary>
internal static class SectionTable
{
    /// <summary>Adds a section.</summary>
    public static void Write(ArrayBufferWriter<byte> table, int label, int words)
    {
        RecordWriter.Write(table, label);
        RecordWriter.Write(table, words);
    }

    /// <summary>The positions of the sections with some labels: where each begins and where it has ended, in order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="gap">See <see cref="IndexSettings.SectionGap"/>.</param>
    /// <param name="labels">The labels.</param>
    public static int[] Ranges(ReadOnlySpan<byte> table, int gap, IReadOnlySet<int> labels)
    {
        var ranges = new List<int>();
        for (int at = 0, start = 0; at < table.Length;)
        {
            int label = (int)VarInt.Read(table, ref at), end = start + (int)VarInt.Read(table, ref at);
            if (labels.Contains(label))
            {
                ranges.AddRange(start, end);
            }

            start = end + gap;
        }

        return [.. ranges];
    }

    /// <summary>Keeps those positions that are in sections with some labels, in order, with what goes with each.</summary>
    /// <param name="table">The table.</param>
    /// <param name="gap">See <see cref="IndexSettings.SectionGap"/>.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="positions">The positions, ascending.</param>
    /// <param name="beside">Has a number for each position.</param>
    /// <returns>How many were kept.</returns>
    public static int Keep(ReadOnlySpan<byte> table, int gap, IReadOnlySet<int> labels, Span<int> positions, Span<int> beside)
    {
        int kept = 0, next = 0, start = 0;
        for (int at = 0; at < table.Length && next < positions.Length;)
        {
            int label = (int)VarInt.Read(table, ref at), end = start + (int)VarInt.Read(table, ref at);
            bool wanted = labels.Contains(label);
            for (; next < positions.Length && positions[next] < end; next++)
            {
                if (wanted)
                {
                    (positions[kept], beside[kept]) = (positions[next], beside[next]);
                    kept++;
                }
            }

            start = end + gap;
        }

        return kept;
    }
}
