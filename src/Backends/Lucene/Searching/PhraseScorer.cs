using Lucene.Net.Index;
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
    public override void Fill(Window window, ulong[]? candidates, bool scored, Scratch scratch)
    {
        for (int document = From(window.Start); document < window.End; document = Next(document, window, candidates))
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

    private int From(int target) => _document < target ? _document = lead.Advance(target) : _document;

    private int Next(int document, Window window, ulong[]? candidates)
    {
        int next = candidates is null ? document + 1 : window.Start + Window.Next(candidates, document + 1 - window.Start);
        return _document = next <= document + 1 ? lead.NextDoc() : lead.Advance(next);
    }
}
