using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// Any term of a set that may be large. The set's documents are gathered once, before the windows begin, with one cursor.
/// </summary>
/// <param name="form">The form.</param>
/// <param name="entries">The terms' entries, by segment.</param>
/// <param name="beginning">What all the terms begin with, as far as that is known.</param>
/// <param name="blendedWeight">
/// Boost times rarity of the set taken as one term; <see langword="null"/> where each match scores <paramref name="constant"/>.
/// </param>
/// <param name="constant">The score of each match.</param>
/// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
internal sealed class TermSetPlan(
    TermForm form, List<TermEntry>[] entries, string beginning, float? blendedWeight, float constant, IReadOnlySet<int>? labels) : Plan
{
    /// <summary>The form.</summary>
    public TermForm Form { get; } = form;

    /// <summary>The terms' entries, by segment.</summary>
    public List<TermEntry>[] Entries { get; } = entries;

    /// <summary>What all the terms begin with, as far as that is known.</summary>
    public string Beginning { get; } = beginning;

    /// <summary>Sections to look in, or <see langword="null"/>.</summary>
    public IReadOnlySet<int>? Labels { get; } = labels;

    /// <summary>What a match is worth to a snippet.</summary>
    public float Weight => blendedWeight ?? constant;

    public override Scorer? Open(Segment segment, int index, Scratch scratch, ulong[]? candidates = null)
    {
        if (Entries[index].Count == 0)
        {
            return null;
        }

        var bits = scratch.RentBitSet(segment.DocumentCount);
        var frequencies = blendedWeight is null ? null : scratch.RentNumbers(segment.DocumentCount);
        var cursor = scratch.RentCursor();
        var scope = Labels is null ? null : new SetScope(segment, Labels, candidates, scratch.Limit);
        foreach (var entry in Entries[index])
        {
            cursor.Reset(segment.Form(Form)!.Postings, entry);
            while (cursor.NextBlock())
            {
                scratch.Limit.Step();
                if (scope is null)
                {
                    Gather(cursor, bits, frequencies);
                }
                else
                {
                    scope.Gather(cursor, bits, frequencies);
                }
            }
        }

        Score(bits, frequencies, segment);
        return new BitSetScorer(bits, segment.DocumentCount, frequencies, constant);
    }

    private static void Gather(PostingsCursor cursor, ulong[] bits, float[]? frequencies)
    {
        var documents = cursor.Documents;
        ScoreKernel.Mark(documents, 0, bits);
        if (frequencies is not null)
        {
            var counts = cursor.Frequencies;
            for (int i = 0; i < documents.Length; i++)
            {
                frequencies[documents[i]] += counts[i];
            }
        }
    }

    private void Score(ulong[] bits, float[]? frequencies, Segment segment)
    {
        if (frequencies is null)
        {
            return;
        }

        for (int document = 0; document < segment.DocumentCount; document++)
        {
            if ((bits[document >> 6] >> document & 1) != 0)
            {
                frequencies[document] = Bm25.Score(blendedWeight!.Value, frequencies[document], segment.InverseNorms[document]);
            }
        }
    }

    /// <summary>Gathers from postings only what stands in sections with some labels.</summary>
    private sealed class SetScope(Segment segment, IReadOnlySet<int> labels, ulong[]? candidates, TimeLimit limit)
    {
        private readonly SectionScope _scope = new(segment.Documents, labels);
        private readonly SectionWeights _weights = new(segment.Documents, segment.Settings);
        private int[] _positions = new int[64];

        public void Gather(PostingsCursor cursor, ulong[] bits, float[]? frequencies)
        {
            var documents = cursor.Documents;
            for (int i = 0; i < documents.Length; i++)
            {
                int document = documents[i];
                if (candidates is not null && (candidates[document >> 6] >> document & 1) == 0)
                {
                    continue;
                }

                limit.Step();
                var within = Positions(cursor, i);
                within = within[.._scope.Keep(document, within)];
                if (!within.IsEmpty)
                {
                    bits[document >> 6] |= 1UL << document;
                    if (frequencies is not null)
                    {
                        frequencies[document] += _weights.Weigh(document, within);
                    }
                }
            }
        }

        /// <summary>A document's positions. The room may be another one after this: nothing may hold on to what it was before.</summary>
        private Span<int> Positions(PostingsCursor cursor, int index)
        {
            int count = cursor.Positions(index, _positions);
            if (count > _positions.Length)
            {
                _positions = new int[count * 2];
                cursor.Positions(index, _positions);
            }

            return _positions.AsSpan(0, count);
        }
    }
}
