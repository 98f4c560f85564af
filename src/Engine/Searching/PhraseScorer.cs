using System.Numerics;
using System.Runtime.InteropServices;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>Documents that have a phrase, or a term within a scope of sections: whatever needs positions to tell.</summary>
internal sealed class PhraseScorer : Scorer
{
    private readonly PostingsCursor[] _cursors;
    private readonly int[] _order;
    private readonly int[] _index;
    private readonly PhraseMatcher _matcher;
    private readonly SectionScope? _scope;
    private readonly SectionWeights _weights;
    private readonly float _weight;
    private readonly float[] _inverseNorms;

    public PhraseScorer(PostingsCursor[] cursors, PhraseMatcher matcher, SectionScope? scope, SectionWeights weights, float weight, float[] inverseNorms)
    {
        _cursors = cursors;
        _matcher = matcher;
        _scope = scope;
        _weights = weights;
        _weight = weight;
        _inverseNorms = inverseNorms;
        _order = [.. Enumerable.Range(0, cursors.Length).OrderBy(i => cursors[i].DocumentFrequency)];
        _index = new int[cursors.Length];
        Cost = cursors[_order[0]].DocumentFrequency;
    }

    public override long Cost { get; }

    public override int Next(int target) => NextWithAll(target);

    public override void Fill(Window window, bool scored, Scratch scratch)
    {
        for (int document = NextWithAll(window.Start); document < window.End; document = NextWithAll(document + 1))
        {
            TryAdd(window, document, scored);
        }
    }

    public override void FillWithin(Window window, ulong[] candidates, bool scored, Scratch scratch)
    {
        for (int word = 0; word < Window.Words; word++)
        {
            for (ulong left = candidates[word]; left != 0; left &= left - 1)
            {
                int document = window.Start + word * 64 + BitOperations.TrailingZeroCount(left);
                if (NextWithAll(document) == document)
                {
                    TryAdd(window, document, scored);
                }
            }
        }
    }

    /// <summary>How often, weighted by section, a document has the phrase; 0 where it does not.</summary>
    public float FrequencyOf(int document)
    {
        float frequency = NextWithAll(document) == document && ReadPositions(document) ? _matcher.Frequency() : 0;
        return frequency == 0 ? 0 : _weights.Weigh(document, CollectionsMarshal.AsSpan(_matcher.Matches), frequency);
    }

    private int NextWithAll(int target)
    {
        int document = Advance(_order[0], target);
        for (int i = 1; i < _order.Length && document != NoMore; i++)
        {
            int other = Advance(_order[i], document);
            if (other != document)
            {
                document = other == NoMore ? NoMore : Advance(_order[0], other);
                i = 0;
            }
        }

        return document;
    }

    private int Advance(int term, int target)
    {
        var cursor = _cursors[term];
        if (!cursor.SkipTo(target))
        {
            return NoMore;
        }

        var documents = cursor.Documents;
        int index = TermScorer.IndexOf(documents, target);
        _index[term] = index;
        return documents[index];
    }

    private void TryAdd(Window window, int document, bool scored)
    {
        if (!ReadPositions(document))
        {
            return;
        }

        float frequency = _matcher.Frequency();
        if (frequency == 0)
        {
            return;
        }

        int at = document - window.Start;
        window.Touch(1UL << (at >> 6));
        window.Bits[at >> 6] |= 1UL << at;
        if (scored)
        {
            frequency = _weights.Weigh(document, CollectionsMarshal.AsSpan(_matcher.Matches), frequency);
            window.Scores[at] += Bm25.Score(_weight, frequency, _inverseNorms[document]);
        }
    }

    private bool ReadPositions(int document)
    {
        for (int term = 0; term < _cursors.Length; term++)
        {
            var room = _matcher.Room(term, 1);
            int count = _cursors[term].Positions(_index[term], room);
            if (count > room.Length)
            {
                room = _matcher.Room(term, count);
                _cursors[term].Positions(_index[term], room);
            }

            count = _scope?.Keep(document, room.AsSpan(0, count)) ?? count;
            if (count == 0)
            {
                return false;
            }

            _matcher.SetCount(term, count);
        }

        return true;
    }
}
