using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>A term with the greatest score that it can give within the block it stands on. Belongs to one search.</summary>
internal sealed class BlockBound
{
    private readonly PostingsCursor _cursor;
    private readonly Segment _segment;
    private readonly float _weight;
    private int _block = -1;

    public BlockBound(TermScorer term, Segment segment)
    {
        _cursor = term.Cursor;
        _weight = term.Weight;
        _segment = segment;
    }

    /// <summary>The first document after the block; documents before it are bounded by <see cref="Greatest"/>.</summary>
    public int End { get; private set; }

    /// <summary>No document of the block scores more for this term.</summary>
    public float Greatest { get; private set; }

    /// <summary>Moves to the block that holds the next posting from a document on, without opening it.</summary>
    public void MoveTo(int document)
    {
        if (document < End)
        {
            return;
        }

        if (_cursor.BlockCount <= 1)
        {
            MoveWithin(document);
            return;
        }

        _block = _cursor.BlockReaching(document, Math.Max(_block, 0));
        if (_block >= _cursor.BlockCount)
        {
            Exhaust();
            return;
        }

        End = (int)Math.Min(_cursor.LastDocument(_block) + 1L, Scorer.NoMore);
        _cursor.TryGetImpacts(_block, out var impacts);
        Greatest = Bound(impacts);
    }

    /// <summary>
    /// Adds the scores of the documents from <paramref name="start"/> to before <paramref name="end"/>, and tells which groups of 64 they
    /// are in.
    /// </summary>
    public ulong AddScores(Window window, int start, int end)
    {
        if (!_cursor.SkipTo(start))
        {
            return 0;
        }

        var documents = _cursor.Documents;
        int from = documents[0] >= start ? 0 : TermScorer.IndexOf(documents, start);
        int to = documents[^1] < end ? documents.Length : TermScorer.IndexOf(documents, end);
        if (from >= to)
        {
            return 0;
        }

        documents = documents[from..to];
        ScoreKernel.AddBm25(documents, _cursor.Frequencies[from..to], _segment.InverseNorms, _weight, window.Start, window.Scores);
        int first = documents[0] - window.Start >> 6, last = documents[^1] - window.Start >> 6;
        return ulong.MaxValue << first & ulong.MaxValue >> (63 - last);
    }

    /// <summary>The score of a document; 0 where it does not have the term.</summary>
    public float ScoreOf(int document)
    {
        if (!_cursor.SkipTo(document))
        {
            return 0;
        }

        var documents = _cursor.Documents;
        int index = TermScorer.IndexOf(documents, document);
        return documents[index] == document ? Bm25.Score(_weight, _cursor.Frequencies[index], _segment.InverseNorms[document]) : 0;
    }

    /// <summary>A term of one block keeps no impacts: its few postings are looked at themselves.</summary>
    private void MoveWithin(int document)
    {
        if (!_cursor.SkipTo(document))
        {
            Exhaust();
            return;
        }

        var documents = _cursor.Documents;
        var frequencies = _cursor.Frequencies;
        Greatest = 0;
        for (int i = 0; i < documents.Length; i++)
        {
            Greatest = Math.Max(Greatest, Bm25.Score(_weight, frequencies[i], _segment.InverseNorms[documents[i]]));
        }

        End = documents[^1] + 1;
    }

    private float Bound(SkipEntry.Impacts impacts)
    {
        float greatest = 0;
        foreach (var impact in impacts)
        {
            if (impact.Frequency > 0)
            {
                bool open = impact.Frequency == ushort.MaxValue;
                greatest = Math.Max(
                    greatest, open ? _weight : Bm25.Score(_weight, impact.Frequency, _segment.InverseNormOfCode[impact.Length]));
            }
        }

        return greatest;
    }

    private void Exhaust()
    {
        End = Scorer.NoMore;
        Greatest = 0;
    }
}
