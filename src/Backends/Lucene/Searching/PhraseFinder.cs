using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Finds a phrase, or a term within some sections, in one document after the other, forwards only.</summary>
internal sealed class PhraseFinder
{
    private readonly DocsAndPositionsEnum[] _postings;
    private readonly Positions[] _positions;
    private readonly IReadOnlySet<int>? _labels;
    private readonly BinaryDocValues? _tables;
    private readonly int _gap;
    private readonly BytesRef _table = new();

    /// <summary>A finder on a segment.</summary>
    /// <param name="postings">The postings of each term of the phrase.</param>
    /// <param name="shape">The phrase.</param>
    /// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
    /// <param name="segment">The segment.</param>
    public PhraseFinder(DocsAndPositionsEnum[] postings, PhraseShape shape, IReadOnlySet<int>? labels, Segment segment)
    {
        _postings = postings;
        _positions = Array.ConvertAll(postings, _ => new Positions());
        _labels = labels;
        _gap = segment.Settings.SectionGap;
        _tables = labels is null ? null : segment.SectionTables();
        Matcher = shape.Matcher();
    }

    /// <summary>What was found in the document looked at last.</summary>
    public PhraseMatcher Matcher { get; }

    /// <summary>Moves all postings to a document; false where it does not have all terms.</summary>
    public bool Stand(int document)
    {
        foreach (var postings in _postings)
        {
            if ((postings.DocID < document ? postings.Advance(document) : postings.DocID) != document)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How often, weighted by section, the document that all postings stand on has the phrase; 0 where it does not.</summary>
    public float Frequency(TimeLimit limit)
    {
        bool weighted = false;
        _tables?.Get(_postings[0].DocID, _table);
        for (int term = 0; term < _postings.Length; term++)
        {
            var positions = _positions[term];
            positions.Read(_postings[term], limit);
            if (_labels is not null)
            {
                positions.Keep(_table, _gap, _labels);
            }

            if (positions.Count == 0)
            {
                return 0;
            }

            positions.Places.AsSpan(0, positions.Count).CopyTo(Matcher.Room(term, positions.Count));
            Matcher.SetCount(term, positions.Count);
            weighted |= positions.IsWeighted;
        }

        float frequency = Matcher.Frequency(limit);
        return weighted && frequency > 0 ? Weigh() : frequency;
    }

    private float Weigh()
    {
        float sum = 0;
        foreach (var match in Matcher.Matches)
        {
            int weight = 0;
            for (int term = 0; term < _positions.Length && weight == 0; term++)
            {
                weight = _positions[term].WeightAt(match.Word);
            }

            sum += match.Worth * weight;
        }

        return sum;
    }
}
