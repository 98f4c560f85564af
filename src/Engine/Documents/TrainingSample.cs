using System.Text;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Takes pieces from all over the first documents, so that a codec learns how they are written and not how the first one begins.
/// </summary>
internal static class TrainingSample
{
    private const int PieceUnits = 1024;
    private const int MaxPieces = 256;

    /// <summary>A codec for documents like these.</summary>
    public static TextCodec Train(List<DocumentDraft> drafts)
    {
        var pieces = drafts.Sum(draft => (draft.TextLength + PieceUnits - 1) / PieceUnits);
        var every = Math.Max(1, (pieces + MaxPieces - 1) / MaxPieces);
        var sample = new List<byte>();
        Span<byte> bytes = new byte[PieceUnits * 3];
        var piece = 0;
        foreach (var draft in drafts)
        {
            for (var start = 0; start < draft.TextLength; start += PieceUnits, piece++)
            {
                if (piece % every == 0)
                {
                    var text = draft.AllText[start..Math.Min(start + PieceUnits, draft.TextLength)];
                    sample.AddRange(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
                }
            }
        }

        return TextCodec.Train(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sample));
    }
}
