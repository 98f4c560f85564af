using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.FieldLengths;

/// <summary>
/// Writes how long the documents of a segment are: the number of their words, stop words left out, each counted as often as its
/// section weighs.
/// <code>
/// file := lengthCode:u8 per document (padding to 8) totalLength:u64 documentsWithWords:u32 documents:u32
/// </code>
/// </summary>
internal static class FieldLengthsWriter
{
    /// <summary>Writes codes and totals.</summary>
    public static void Write(FileWriter file, ReadOnlySpan<byte> codes, long totalLength, int documentsWithWords)
    {
        file.Write(codes);
        file.Align(8);
        file.WriteUInt64((ulong)totalLength);
        file.WriteUInt32((uint)documentsWithWords);
        file.WriteUInt32((uint)codes.Length);
    }
}
