using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// What a thread needs to invert a chunk, kept for the next: large arrays that are allocated anew each time would fill the heap with
/// garbage. Nothing that is written depends on what was here before. Not thread-safe.
/// </summary>
internal sealed class SegmentTables(AnalysisOptions analysis)
{
    /// <summary>The words met so far, in this chunk or an earlier one.</summary>
    public Vocabulary Vocabulary { get; private set; } = new(new TermNormalizer(analysis));

    /// <summary>The words of the chunk.</summary>
    public TokenBuffer Tokens { get; } = new();

    /// <summary>The arrays that they are sorted in.</summary>
    public InversionArrays Arrays { get; } = new();

    /// <summary>Makes ready for the next chunk.</summary>
    /// <param name="vocabularyBytes">A vocabulary of more bytes is forgotten.</param>
    public SegmentTables Clear(long vocabularyBytes)
    {
        Tokens.Clear();
        if (Vocabulary.Bytes > vocabularyBytes)
        {
            Vocabulary = new Vocabulary(new TermNormalizer(analysis));
        }

        return this;
    }
}
