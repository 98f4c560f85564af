using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Retrieval.Matching;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// The postings of a term in the documents of a window: which document and, counted from the first of the block where the window begins,
/// which posting (<see cref="RowKernel"/>). So they are found once, and what else is to be read of them needs no second look for them.
/// Belongs to one search.
/// </summary>
internal sealed class WindowPostings(PostingsCursor cursor, float[] inverseNorms)
{
    private static readonly ulong[] AnyDocument = MakeAnyDocument();

    private uint[]? _row;
    private int _count;
    private int _firstBlock;

    /// <summary>The postings, ascending.</summary>
    private Span<uint> Row => _row.AsSpan(0, _count);

    /// <summary>Finds the postings; false if there are none. The cursor is then in or behind the window.</summary>
    /// <param name="window">Its place is the window's, and it is made to match the documents found.</param>
    /// <param name="candidates">
    /// The documents that are of use; <see langword="null"/> for all. They may be the bits of the window itself.
    /// </param>
    /// <param name="least">Documents whose frequency times inverse norm is not more than this are left out; negative for none.</param>
    /// <param name="scratch">What to work with.</param>
    public bool Find(Window window, ulong[]? candidates, float least, Scratch scratch)
    {
        _row ??= scratch.RentRow();
        _count = 0;
        int at = window.Start;
        bool more = cursor.SkipTo(at);
        _firstBlock = cursor.Block;
        while (more)
        {
            var documents = cursor.Documents;
            var (from, to) = TermScorer.Within(documents, window);
            Add(window.Start, from, to, candidates, least);
            at = documents[^1] + 1;
            at = candidates is null || at >= window.End ? at : Window.Next(candidates, at - window.Start) + window.Start;
            more = at < window.End && cursor.SkipTo(at);
        }

        window.Clear();
        window.TouchAll();
        RowKernel.Mark(Row, window.Bits);
        return _count > 0;
    }

    /// <summary>Keeps the postings of documents that a window matches.</summary>
    public void Keep(Window window) => _count = RowKernel.Keep(Row, window.Bits);

    /// <summary>
    /// Adds the positions of all postings to <paramref name="keys"/>, and marks the documents with the term in a section that weighs more
    /// than 1.
    /// </summary>
    public void AppendPositions(PositionKeys keys, ulong[]? weighted)
    {
        for (var row = Row; !row.IsEmpty;)
        {
            int block = (int)(row[0] & RowKernel.RestMask) >> BlockCodec.SizeBits, count = 1;
            uint behind = (uint)(block + 1) << BlockCodec.SizeBits;
            while (count < row.Length && (row[count] & RowKernel.RestMask) < behind)
            {
                count++;
            }

            cursor.AppendPositions(_firstBlock + block, row[..count], keys, weighted);
            row = row[count..];
        }
    }

    /// <summary>Brings the cursor back to where the window begins.</summary>
    public void StandAgain() => cursor.Load(_firstBlock);

    /// <summary>Gives back what it works with.</summary>
    public void Release(Scratch scratch)
    {
        if (_row is not null)
        {
            scratch.Return(_row);
            _row = null;
        }
    }

    private static ulong[] MakeAnyDocument()
    {
        var bits = new ulong[Window.Words];
        Array.Fill(bits, ulong.MaxValue);
        return bits;
    }

    /// <summary>Adds the postings of a part of the block where the cursor stands.</summary>
    private void Add(int start, int from, int to, ulong[]? candidates, float least)
    {
        var documents = cursor.Documents[from..to];
        var room = _row.AsSpan(_count);
        uint first = (uint)((cursor.Block - _firstBlock << BlockCodec.SizeBits) + from);
        if (documents.IsEmpty)
        {
            return;
        }

        if (least >= 0)
        {
            _count += RowKernel.FillAbove(
                documents, cursor.Frequencies[from..to], inverseNorms, least, candidates ?? AnyDocument, start, first, room);
        }
        else if (candidates is not null)
        {
            _count += RowKernel.FillWithin(documents, candidates, start, first, room);
        }
        else
        {
            RowKernel.Fill(documents, start, first, room);
            _count += documents.Length;
        }
    }
}
