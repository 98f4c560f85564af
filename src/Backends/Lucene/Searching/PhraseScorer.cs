using Lucene.Net.Index;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Documents that have a phrase, or a term within some sections: whatever needs positions to tell.</summary>
/// <param name="lead">The postings of the rarest term, which decide what is looked at.</param>
/// <param name="cost">How many they are.</param>
/// <param name="finder">Finds the phrase, with postings of its own.</param>
/// <param name="weight">Boost times rarity.</param>
/// <param name="segment">The segment.</param>
internal sealed class PhraseScorer(DocsEnum lead, int cost, PhraseFinder finder, float weight, Segment segment) : Scorer
{
    private int _document = -1;

    /// <inheritdoc/>
    public override long Cost => cost;

    /// <inheritdoc/>
    public override float Most => weight;

    /// <inheritdoc/>
    public override int Next(int target) => _document = _document < target ? lead.Advance(target) : _document;

    /// <inheritdoc/>
    public override void Fill(Window window, bool scored, Workspace scratch) => Find(window, null, scored, scratch);

    /// <inheritdoc/>
    public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch) =>
        Find(window, candidates, scored, scratch);

    private void Find(Window window, ulong[]? candidates, bool scored, Workspace scratch)
    {
        for (int document = Next(window.Start); document < window.End; document = Following(window, candidates))
        {
            scratch.Limit.Step();
            int at = document - window.Start;
            if ((candidates is null || (candidates[at >> 6] >> at & 1) != 0) && finder.Stand(document)
                && finder.Frequency(scratch.Limit) is > 0 and var frequency)
            {
                window.Set(at);
                window.Scores[at] += scored ? Bm25.Score(weight, frequency, segment.InverseNorms[document]) : 0;
            }
        }
    }

    private int Following(Window window, ulong[]? candidates)
    {
        int least = _document + 1;
        int next = candidates is null ? least : Math.Min(window.Start + Window.Next(candidates, least - window.Start), window.End);
        return next <= least ? _document = lead.NextDoc() : Next(next);
    }
}
