using System.Text;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Queries;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Engine.Timing;

namespace ProposalSearch.Engine.Searching;

/// <summary>From a shape of terms to the terms of the index that have it. Nothing is cut short: a set holds all its terms.</summary>
/// <param name="segments">The segments.</param>
/// <param name="limit">How long it may take.</param>
internal sealed class TermExpansion(IReadOnlyList<Segment> segments, TimeLimit limit)
{
    /// <summary>Terms with a beginning.</summary>
    public TermSet WithPrefix(TermForm form, string prefix) => Matching(form, Encoding.UTF8.GetBytes(prefix), _ => true);

    /// <summary>Terms of a shape.</summary>
    public TermSet WithShape(TermForm form, string pattern)
    {
        var shape = new Wildcard(pattern);
        return Matching(form, Encoding.UTF8.GetBytes(Wildcard.Beginning(pattern)), shape.Matches);
    }

    /// <summary>The terms nearest to one, each with its entries by segment, nearest first.</summary>
    public List<NearTerm> Near(FuzzyQuery query)
    {
        var automaton = new LevenshteinAutomaton(query.Term, query.Edits, query.PrefixLength, query.Transpositions);
        var found = new Dictionary<string, NearTerm>(StringComparer.Ordinal);
        for (int i = 0; i < segments.Count; i++)
        {
            if (segments[i].Form(query.Form) is { } terms)
            {
                FuzzyWalk.Visit(terms.Terms, automaton, new Collector(found, i, segments.Count, query.Term), limit);
            }
        }

        var nearest = found.Values.ToList();
        nearest.Sort((a, b) => a.Similarity != b.Similarity ? b.Similarity.CompareTo(a.Similarity) : string.CompareOrdinal(a.Term, b.Term));
        return nearest.Count > query.MaximumTerms ? nearest[..query.MaximumTerms] : nearest;
    }

    private TermSet Matching(TermForm form, byte[] prefix, Predicate<ReadOnlyMemory<byte>> matches)
    {
        var result = new List<TermEntry>[segments.Count];
        var frequencies = segments.Count > 1 ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        int greatestFrequency = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            result[i] = [];
            if (segments[i].Form(form) is not { } terms)
            {
                continue;
            }

            var cursor = terms.Terms.Walk();
            cursor.Seek(prefix);
            while (cursor.MoveNext() && cursor.Term.StartsWith(prefix))
            {
                limit.Step();
                if (matches(cursor.TermMemory))
                {
                    result[i].Add(cursor.Entry);
                    greatestFrequency = Math.Max(greatestFrequency, Total(frequencies, cursor));
                }
            }
        }

        return new TermSet(result, greatestFrequency);
    }

    private static int Total(Dictionary<string, int>? frequencies, TermCursor cursor)
    {
        if (frequencies is null)
        {
            return cursor.Entry.DocumentFrequency;
        }

        string term = Encoding.UTF8.GetString(cursor.Term);
        return frequencies[term] = frequencies.GetValueOrDefault(term) + cursor.Entry.DocumentFrequency;
    }

    /// <summary>Terms that have something in common.</summary>
    /// <param name="Entries">Their entries, by segment.</param>
    /// <param name="GreatestFrequency">Documents that have the most frequent of them.</param>
    internal sealed record TermSet(List<TermEntry>[] Entries, int GreatestFrequency);

    /// <summary>A term near to another.</summary>
    /// <param name="Term">The term.</param>
    /// <param name="Similarity">1 for the same term, less for each edit; below 0 where the edits outnumber the letters of either.</param>
    /// <param name="Entries">Its entries by segment.</param>
    internal sealed record NearTerm(string Term, float Similarity, TermEntry[] Entries)
    {
        /// <summary>How much of a match's score counts, 0 to 1.</summary>
        public float Weight => Math.Max(Similarity, 0);

        /// <summary>Documents of the index that have it.</summary>
        public long Frequency => Entries.Sum(entry => (long)entry.DocumentFrequency);
    }

    private sealed class Collector(Dictionary<string, NearTerm> found, int segment, int segmentCount, string wanted) : FuzzyWalk.IVisitor
    {
        private readonly int _wantedLength = CodePoints(wanted);

        public void Visit(ReadOnlySpan<byte> term, int edits, TermEntry entry)
        {
            string text = Encoding.UTF8.GetString(term);
            if (!found.TryGetValue(text, out var near))
            {
                float similarity = edits == 0 ? 1 : 1f - (float)edits / Math.Min(CodePoints(text), _wantedLength);
                found.Add(text, near = new NearTerm(text, similarity, new TermEntry[segmentCount]));
            }

            near.Entries[segment] = entry;
        }

        private static int CodePoints(string text)
        {
            int count = 0;
            foreach (char c in text)
            {
                count += char.IsLowSurrogate(c) ? 0 : 1;
            }

            return count;
        }
    }
}
