using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Backends.Lucene.Documents;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Scoring;
using DocIdSetIterator = Lucene.Net.Search.DocIdSetIterator;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Any term of a set that may be large. The set's documents are gathered once, before the windows begin.</summary>
/// <param name="shape">The terms.</param>
/// <param name="blendedWeight">Boost times rarity of the set taken as one term; <see langword="null"/> where each match scores
/// <paramref name="constant"/>.</param>
/// <param name="constant">The score of each match.</param>
/// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
/// <param name="segments">All segments.</param>
internal sealed class TermSetPlan(
    TermShape shape, float? blendedWeight, float constant, IReadOnlySet<int>? labels, IReadOnlyList<Segment> segments) : Plan
{
    private readonly BitSetScorer?[] _gathered = new BitSetScorer?[segments.Count];

    /// <summary>The terms.</summary>
    public TermShape Shape => shape;

    /// <summary>Sections to look in, or <see langword="null"/>.</summary>
    public IReadOnlySet<int>? Labels => labels;

    /// <summary>What a match is worth to a snippet.</summary>
    public float Weight => blendedWeight ?? constant;

    /// <inheritdoc/>
    public override IEnumerable<Plan> Parts => [this];

    /// <inheritdoc/>
    public override long Cost(Scratch scratch) => segments.Select((segment, index) => Open(segment, index, scratch)!.Cost).Sum();

    /// <inheritdoc/>
    public override Scorer? Open(Segment segment, int index, Scratch scratch) => _gathered[index] ??= Gather(segment, scratch);

    private BitSetScorer Gather(Segment segment, Scratch scratch)
    {
        ulong[] bits = new ulong[(segment.DocumentCount + 63) / 64];
        float[]? frequencies = blendedWeight is null ? null : new float[segment.DocumentCount];
        var within = labels is null ? null : new Within(segment, labels);
        DocsEnum? postings = null;
        foreach (var term in shape.In(segment, scratch.Limit))
        {
            if (within is null)
            {
                postings = term.Docs(null, postings, frequencies is null ? DocsFlags.NONE : DocsFlags.FREQS);
                Gather(postings, bits, frequencies, scratch.Limit);
            }
            else
            {
                within.Gather(term, bits, frequencies, scratch.Limit);
            }
        }

        RemoveDeleted(bits, segment);
        Score(bits, frequencies, segment);
        return new BitSetScorer(bits, segment.DocumentCount, frequencies, constant);
    }

    /// <summary>Finders of all terms of the set in a segment; <see langword="null"/> where there are more than some.</summary>
    public IReadOnlyList<PhraseFinder>? Finders(Segment segment, int most, TimeLimit limit)
    {
        var finders = new List<PhraseFinder>();
        foreach (var term in shape.In(segment, limit))
        {
            if (finders.Count == most)
            {
                return null;
            }

            finders.Add(new PhraseFinder([term.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE)], PhraseShape.Single, labels,
                segment));
        }

        return finders;
    }

    private static void Gather(DocsEnum postings, ulong[] bits, float[]? frequencies, TimeLimit limit)
    {
        for (int document = postings.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = postings.NextDoc())
        {
            limit.Step();
            bits[document >> 6] |= 1UL << document;
            if (frequencies is not null)
            {
                frequencies[document] += postings.Freq;
            }
        }
    }

    private static void RemoveDeleted(ulong[] bits, Segment segment)
    {
        for (int document = 0; segment.Live is { } live && document < segment.DocumentCount; document++)
        {
            if (!live.Get(document))
            {
                bits[document >> 6] &= ~(1UL << document);
            }
        }
    }

    private void Score(ulong[] bits, float[]? frequencies, Segment segment)
    {
        for (int document = 0; frequencies is not null && document < frequencies.Length; document++)
        {
            if ((bits[document >> 6] >> document & 1) != 0)
            {
                frequencies[document] = Bm25.Score(blendedWeight!.Value, frequencies[document], segment.InverseNorms[document]);
            }
        }
    }

    /// <summary>Gathers only what stands in sections with some labels.</summary>
    private sealed class Within(Segment segment, IReadOnlySet<int> labels)
    {
        private readonly Positions _positions = new();
        private readonly BinaryDocValues? _tables = segment.SectionTables();
        private readonly BytesRef _table = new();

        // Each term of the set asks again for the same documents, and reading a table takes memory each time.
        private readonly int[]?[] _ranges = new int[]?[segment.DocumentCount];
        private DocsAndPositionsEnum? _postings;

        public void Gather(TermsEnum term, ulong[] bits, float[]? frequencies, TimeLimit limit)
        {
            _postings = term.DocsAndPositions(null, _postings, DocsAndPositionsFlags.NONE);
            for (int document = _postings.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = _postings.NextDoc())
            {
                _positions.Read(_postings, limit);
                _positions.Keep(_ranges[document] ??= Ranges(document));
                if (_positions.Count > 0)
                {
                    bits[document >> 6] |= 1UL << document;
                    AddTo(frequencies, document);
                }
            }
        }

        private int[] Ranges(int document)
        {
            _tables!.Get(document, _table);
            var table = _table.Bytes.AsSpan(_table.Offset, _table.Length);
            return SectionTable.Ranges(table, segment.Settings.SectionGap, labels);
        }

        private void AddTo(float[]? frequencies, int document)
        {
            if (frequencies is not null)
            {
                foreach (int weight in _positions.Weights)
                {
                    frequencies[document] += weight;
                }
            }
        }
    }
}
