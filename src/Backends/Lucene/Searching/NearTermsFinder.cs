using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Terms;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Finds the terms that are near to one, in all segments.</summary>
internal static class NearTermsFinder
{
    /// <summary>All terms within so many edits, in any order.</summary>
    public static IReadOnlyList<NearTerm> Find(IReadOnlyList<Segment> segments, TermForm form, LevenshteinAutomaton automaton,
        TimeLimit limit)
    {
        var found = new Dictionary<string, NearTerm>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            segment.Vocabulary(form, limit).Find(
                automaton,
                (term, edits, documents) => Add(found, term, edits, segment.Frequency(form, term, documents)),
                limit);
        }

        return [.. found.Values];
    }

    /// <summary>
    /// The terms that count for a query, the nearest first, each with how much of a match's score counts: 1 for the same term, less
    /// for each edit.
    /// </summary>
    public static IReadOnlyList<(NearTerm Term, float Weight)> Nearest(IReadOnlyList<Segment> segments, FuzzyQuery query, TimeLimit limit)
    {
        var automaton = new LevenshteinAutomaton(query.Term, query.Edits, query.PrefixLength, query.Transpositions);
        return NearTermWeights.Of(Find(segments, query.Form, automaton, limit), query);
    }

    private static void Add(Dictionary<string, NearTerm> found, string term, int edits, int documents)
    {
        if (documents > 0)
        {
            found[term] = new NearTerm(term, edits, documents + found.GetValueOrDefault(term).DocumentFrequency);
        }
    }
}
