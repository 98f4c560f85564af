using System.Text;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Searching;

/// <summary>Finds the exact terms that are near to one, in all segments.</summary>
internal sealed class NearTerms : FuzzyWalk.IVisitor
{
    private readonly Dictionary<string, (int Edits, long Documents)> _found = new(StringComparer.Ordinal);

    private NearTerms()
    {
    }

    /// <summary>The terms within so many edits, in any order.</summary>
    public static IReadOnlyList<NearTerm> Of(IReadOnlyList<Segment> segments, string term, int maximumEdits, TimeLimit limit)
    {
        var automaton = new LevenshteinAutomaton(term, maximumEdits, prefixLength: 0, transpositions: true);
        var near = new NearTerms();
        foreach (var segment in segments)
        {
            if (segment.Form(TermForm.Exact) is { } terms)
            {
                FuzzyWalk.Visit(terms.Terms, automaton, near, limit);
            }
        }

        return [.. near._found.Select(pair => new NearTerm(pair.Key, pair.Value.Edits, pair.Value.Documents))];
    }

    public void Visit(ReadOnlySpan<byte> term, int edits, TermEntry entry)
    {
        string text = Encoding.UTF8.GetString(term);
        _found[text] = (edits, _found.GetValueOrDefault(text).Documents + entry.DocumentFrequency);
    }
}
