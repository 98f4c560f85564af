using System.Runtime.InteropServices;
using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// Documents that have a phrase, or a term within a scope of sections: whatever needs positions to tell. A window is answered term by term:
/// first which documents have all terms, then where the rarest term stands in them, then at which of these places the others follow.
/// </summary>
internal sealed class PhraseScorer : Scorer
{
    private readonly PostingsCursor[] _cursors;
    private readonly int[] _order;
    private readonly int[] _index;
    private readonly int[] _runs;
    private readonly PhraseShape _shape;
    private readonly PhraseMatcher _matcher;
    private readonly WindowPositions _positions;
    private readonly SectionScope? _scope;
    private readonly SectionWeights _weights;
    private readonly float _weight;
    private readonly float[] _inverseNorms;
    private float _leastProduct = -1;
    private int[] _places = [];

    public PhraseScorer(
        PostingsCursor[] cursors, PhraseShape shape, SectionScope? scope, SectionWeights weights, float weight, float[] inverseNorms)
    {
        _cursors = cursors;
        _shape = shape;
        _matcher = shape.Matcher();
        _positions = new WindowPositions(cursors, inverseNorms);
        _scope = scope;
        _weights = weights;
        _weight = weight;
        _inverseNorms = inverseNorms;
        _order = [.. Enumerable.Range(0, cursors.Length).OrderBy(i => cursors[i].DocumentFrequency)];
        _index = new int[cursors.Length];
        _runs = new int[cursors.Length];
        Cost = cursors[_order[0]].DocumentFrequency;
    }

    public override long Cost { get; }

    public override float Most => _weight;

    public override int Next(int target)
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

    public override void Fill(Window window, bool scored, Workspace scratch) => Find(window, null, scored, (Scratch)scratch);

    public override void FillWithin(Window window, ulong[] candidates, bool scored, Workspace scratch) =>
        Find(window, candidates, scored, (Scratch)scratch);

    /// <summary>An exact phrase is in a document no more often than the least frequent of its terms.</summary>
    public override bool Raise(float threshold)
    {
        _leastProduct = _shape.Slop == 0 ? Bm25.LeastProduct(_weight, threshold) : -1;
        return _shape.Slop == 0;
    }

    public override void Release(Workspace scratch) => _positions.Release((Scratch)scratch);

    /// <summary>How often, weighted by section, a document has the phrase; 0 where it does not.</summary>
    public float FrequencyOf(int document, TimeLimit limit)
    {
        limit.Step();
        return Next(document) == document && ReadPositions(document) ? WeighMatches(document, limit) : 0;
    }

    private void Find(Window window, ulong[]? candidates, bool scored, Scratch scratch)
    {
        scratch.Limit.Check();
        var all = scratch.RentWindow(window);
        if (HaveAll(all, candidates, scratch)
            && !(_shape.Slop == 0 ? FindExact(window, all, scored, scratch) : FindSloppy(window, all, scored, scratch)))
        {
            FindOneByOne(window, all, scored, scratch.Limit);
        }

        scratch.Return(all);
    }

    /// <summary>Finds the documents that have all terms, in whatever order.</summary>
    private bool HaveAll(Window all, ulong[]? candidates, Scratch scratch)
    {
        foreach (int term in _order)
        {
            if (!_positions.Have(term, all, candidates, _leastProduct, scratch))
            {
                return false;
            }

            candidates = all.Bits;
        }

        return true;
    }

    /// <returns>False, and nothing done, where positions are so great that the documents must be looked at one by one.</returns>
    private bool FindExact(Window window, Window all, bool scored, Scratch scratch)
    {
        int first = _order[0];
        bool fit = _shape.Span < PositionKeys.DistanceLimit && _positions.Find(first, all, scratch);
        for (int i = 1; i < _order.Length && fit && _positions.Found.Length > 0; i++)
        {
            int term = _order[i];
            scratch.Limit.Check();
            fit = _positions.KeepFollowed(term, _shape.Places[term] - _shape.Places[first], all, isLast: i == _order.Length - 1, scratch);
        }

        if (!fit)
        {
            return false;
        }

        var found = _positions.Found;
        while (!found.IsEmpty)
        {
            int at = RowKernel.DocumentOf(found[0]), count = RowKernel.RunLength(found, RowKernel.DocumentShift);
            bool weighted = scored && _positions.IsWeighted(at);
            scratch.Limit.Step();
            if (count * (weighted ? _weights.Greatest : 1) * _inverseNorms[window.Start + at] > _leastProduct)
            {
                Add(window, at, _scope is null && !weighted ? count : Weigh(window.Start + at, Places(found[..count]), weighted), scored);
            }

            found = found[count..];
        }

        return true;
    }

    private Span<int> Places(ReadOnlySpan<uint> keys)
    {
        if (_places.Length < keys.Length)
        {
            _places = new int[keys.Length * 2];
        }

        for (int i = 0; i < keys.Length; i++)
        {
            _places[i] = PositionKeys.PositionOf(keys[i]);
        }

        return _places.AsSpan(0, keys.Length);
    }

    /// <summary>
    /// How often a document has the phrase within the scope, weighted by section, by the places of the rarest term in it.
    /// </summary>
    private float Weigh(int document, Span<int> places, bool weighted)
    {
        places = InScope(document, places, _order[0]);
        return weighted ? _weights.Weigh(document, places) : places.Length;
    }

    /// <summary>The places of the phrase's first term where all terms stand within the scope.</summary>
    private Span<int> InScope(int document, Span<int> places, int from)
    {
        int place = _shape.Places[from];
        for (int term = _cursors.Length - 1; term >= 0; term--)
        {
            foreach (ref int position in places)
            {
                position += _shape.Places[term] - place;
            }

            place = _shape.Places[term];
            places = _scope is null ? places : places[.._scope.Keep(document, places)];
        }

        return places;
    }

    /// <returns>False, and nothing done, where positions are so great that the documents must be looked at one by one.</returns>
    private bool FindSloppy(Window window, Window all, bool scored, Scratch scratch)
    {
        bool fit = true;
        for (int term = 0; term < _cursors.Length; term++)
        {
            scratch.Limit.Check();
            fit &= _positions.ReadBeside(term, all, scratch);
            _runs[term] = 0;
        }

        for (int at = fit ? all.NextMatch(0) : Window.Size; at < Window.Size; at = all.NextMatch(at + 1))
        {
            Add(window, at, Place(window.Start + at) ? WeighMatches(window.Start + at, scratch.Limit) : 0, scored);
        }

        return fit;
    }

    /// <summary>Gives the matcher the places of all terms in the next document that was read.</summary>
    private bool Place(int document)
    {
        bool all = true;
        for (int term = 0; term < _cursors.Length; term++)
        {
            var keys = _positions.Beside(term)[_runs[term]..];
            int count = RowKernel.RunLength(keys, RowKernel.DocumentShift);
            var room = _matcher.Room(term, count).AsSpan(0, count);
            for (int i = 0; i < count; i++)
            {
                room[i] = PositionKeys.PositionOf(keys[i]);
            }

            _runs[term] += count;
            all &= Keep(document, term, room);
        }

        return all;
    }

    private void FindOneByOne(Window window, Window all, bool scored, TimeLimit limit)
    {
        _positions.StandAgain();
        for (int at = all.NextMatch(0); at < Window.Size; at = all.NextMatch(at + 1))
        {
            Add(window, at, FrequencyOf(window.Start + at, limit), scored);
        }
    }

    private float WeighMatches(int document, TimeLimit limit)
    {
        limit.Step();
        float frequency = _matcher.Frequency(limit);
        return frequency == 0 ? 0 : _weights.Weigh(document, CollectionsMarshal.AsSpan(_matcher.Matches), frequency);
    }

    private bool Keep(int document, int term, Span<int> positions)
    {
        int count = _scope?.Keep(document, positions) ?? positions.Length;
        _matcher.SetCount(term, count);
        return count > 0;
    }

    private void Add(Window window, int at, float frequency, bool scored)
    {
        if (frequency == 0)
        {
            return;
        }

        window.Set(at);
        if (scored)
        {
            window.Scores[at] += Bm25.Score(_weight, frequency, _inverseNorms[window.Start + at]);
        }
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

            if (!Keep(document, term, room.AsSpan(0, count)))
            {
                return false;
            }
        }

        return true;
    }
}
