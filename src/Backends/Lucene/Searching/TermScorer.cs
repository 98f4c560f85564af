using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Search;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Documents that have a term.</summary>
/// <param name="postings">Its postings.</param>
/// <param name="frequency">How many documents have it.</param>
/// <param name="weight">Boost times rarity.</param>
/// <param name="segment">The segment.</param>
internal sealed class TermScorer(DocsEnum postings, int frequency, float weight, Segment segment) : Scorer
{
    /// <summary>
    /// Where so many times more postings than candidates lie in a window, to skip from candidate to candidate is quicker.
    /// </summary>
    private const int SkipFrom = 16;

    private readonly float[] _inverseNorms = segment.InverseNorms;
    private int _document = -1;

    /// <inheritdoc/>
    public override long Cost => frequency;

    /// <inheritdoc/>
    public override void Fill(Window window, ulong[]? candidates, bool scored, Scratch scratch)
    {
        scratch.Limit.Step();
        if (_document == DocIdSetIterator.NO_MORE_DOCS)
        {
            return;
        }

        if (candidates is not null && IsSparse(candidates))
        {
            FillCandidates(window, candidates, scored);
            return;
        }

        int document = _document < window.Start ? postings.Advance(window.Start) : _document;
        for (int end = window.End; document < end; document = postings.NextDoc())
        {
            Add(window, document, scored);
        }

        _document = document;
    }

    private bool IsSparse(ulong[] candidates)
    {
        long count = 0;
        foreach (ulong word in candidates)
        {
            count += BitOperations.PopCount(word);
        }

        return count * SkipFrom * segment.DocumentCount < (long)frequency * Math.Min(Window.Size, segment.DocumentCount);
    }

    private void FillCandidates(Window window, ulong[] candidates, bool scored)
    {
        for (int at = Window.Next(candidates, 0); at < Window.Size; at = Window.Next(candidates, at + 1))
        {
            int document = window.Start + at;
            _document = _document < document ? postings.Advance(document) : _document;
            if (_document == document)
            {
                Add(window, document, scored);
            }
        }
    }

    private void Add(Window window, int document, bool scored)
    {
        int at = document - window.Start;
        window.Set(at);
        if (scored)
        {
            window.Scores[at] += Bm25.Score(weight, postings.Freq, _inverseNorms[document]);
        }
    }
}
