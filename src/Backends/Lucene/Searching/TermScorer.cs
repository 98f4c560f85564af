using Lucene.Net.Index;
using ProposalSearch.Retrieval.Matching;
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
    public override float Most => weight;

    /// <inheritdoc/>
    public override int Next(int target) => _document = _document < target ? postings.Advance(target) : _document;

    /// <inheritdoc/>
    public override void Fill(Window window, bool scored, Workspace scratch)
    {
        scratch.Limit.Step();
        for (int document = Next(window.Start); document < window.End; document = _document = postings.NextDoc())
        {
            Add(window, document, scored);
        }
    }

    /// <inheritdoc/>
    public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch)
    {
        if (!IsSparse(candidates))
        {
            Fill(window, scored, scratch);
            return;
        }

        for (int at = Window.Next(candidates, 0); at < Window.Size; at = Window.Next(candidates, at + 1))
        {
            if (Next(window.Start + at) == window.Start + at)
            {
                Add(window, _document, scored);
            }
        }
    }

    private bool IsSparse(ulong[] candidates) => (long)Window.Count(candidates) * SkipFrom * segment.DocumentCount
        < (long)frequency * Math.Min(Window.Size, segment.DocumentCount);

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
