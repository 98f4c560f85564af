using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Highlighting;

/// <summary>A term, a phrase, or any term of a set, by the positions in the postings.</summary>
internal sealed class PositionsLeaf : Leaf
{
    private readonly TermForm _form;
    private readonly IReadOnlyList<IReadOnlyList<TermEntry>> _alternatives;
    private readonly PhraseMatcher _matcher;
    private readonly IReadOnlySet<int>? _labels;
    private readonly PostingsCursor[] _cursors;
    private readonly int[] _index;
    private readonly Segment _segment;
    private int _lastDocument = int.MaxValue;

    /// <summary>A part of a query, on one segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="form">The form.</param>
    /// <param name="alternatives">Any of these, each the entries of a phrase's terms.</param>
    /// <param name="shape">The phrase.</param>
    /// <param name="weight">What a match is worth.</param>
    /// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
    public PositionsLeaf(
        Segment segment, TermForm form, IReadOnlyList<IReadOnlyList<TermEntry>> alternatives, PhraseShape shape, float weight,
        IReadOnlySet<int>? labels)
        : base(weight)
    {
        _segment = segment;
        _form = form;
        _alternatives = alternatives;
        _matcher = shape.Matcher();
        _labels = labels;
        _cursors = [.. shape.Places.Select(_ => new PostingsCursor())];
        _index = new int[shape.Places.Length];
    }

    public override void Find(int document, int leaf, List<Match> matches, TimeLimit limit)
    {
        var postings = _segment.Form(_form)!.Postings;
        bool forwards = document > _lastDocument && _alternatives.Count == 1;
        _lastDocument = document;
        foreach (var entries in _alternatives)
        {
            limit.Step();
            if (!forwards)
            {
                Reset(postings, entries);
            }

            if (Stand(document) && Read(document))
            {
                _matcher.Frequency(limit);
                _matcher.AddTo(matches, leaf);
            }
        }
    }

    private void Reset(PostingsReader postings, IReadOnlyList<TermEntry> entries)
    {
        for (int term = 0; term < _cursors.Length; term++)
        {
            _cursors[term].Reset(postings, entries[term]);
        }
    }

    private bool Stand(int document)
    {
        for (int term = 0; term < _cursors.Length; term++)
        {
            if (!_cursors[term].SkipTo(document))
            {
                return false;
            }

            var documents = _cursors[term].Documents;
            _index[term] = documents.BinarySearch(document);
            if (_index[term] < 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool Read(int document)
    {
        var scope = _labels is null ? null : new SectionScope(_segment.Documents, _labels);
        for (int term = 0; term < _cursors.Length; term++)
        {
            var room = _matcher.Room(term, 1);
            int count = _cursors[term].Positions(_index[term], room);
            if (count > room.Length)
            {
                room = _matcher.Room(term, count);
                _cursors[term].Positions(_index[term], room);
            }

            count = scope?.Keep(document, room.AsSpan(0, count)) ?? count;
            _matcher.SetCount(term, count);
            if (count == 0)
            {
                return false;
            }
        }

        return true;
    }
}
