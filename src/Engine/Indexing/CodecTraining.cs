using System.Runtime.InteropServices;
using System.Text;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// One codec for all segments of an index, learnt from pieces all over its first documents: a merge then copies the compressed text
/// as it is.
/// </summary>
internal static class CodecTraining
{
    private const int PieceLength = 1024;
    private const int PieceCount = 256;

    /// <summary>A codec for documents like these.</summary>
    public static TextCodec Train(IReadOnlyList<IndexDocument> documents)
    {
        long pieces = documents.Sum(document => document.Sections.Sum(section => (long)Pieces(section.Text)));
        long every = Math.Max(1, (pieces + PieceCount - 1) / PieceCount), piece = 0;
        var sample = new List<byte>();
        byte[] bytes = new byte[PieceLength * 3];
        foreach (var section in documents.SelectMany(document => document.Sections))
        {
            for (int start = 0; start < section.Text.Length; start += PieceLength, piece++)
            {
                if (piece % every == 0)
                {
                    var text = section.Text.AsSpan(start, Math.Min(PieceLength, section.Text.Length - start));
                    sample.AddRange(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
                }
            }
        }

        return TextCodec.Train(CollectionsMarshal.AsSpan(sample));
    }

    private static int Pieces(string text) => (text.Length + PieceLength - 1) / PieceLength;
}
