using System.Text;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Queries;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Terms;

namespace ProposalSearch.Engine.Suggestions;

/// <summary>The words of an opened index, for corrections. As thread-safe as the request; lives as long as the snapshot.</summary>
/// <param name="snapshot">An index with exact terms.</param>
/// <param name="run">The request, whose time limit ends all that is asked.</param>
/// <param name="sideBySide">Whether words are together where they stand side by side, in this order; else anywhere in a document.</param>
public sealed class SnapshotTerms(IndexSnapshot snapshot, SearchRun run, bool sideBySide = false) : ICorrectionTerms
{
    private static readonly SearchOptions CountOnly = new() { Top = 0 };

    /// <inheritdoc/>
    public long DocumentFrequency(string term) => snapshot.DocumentFrequency(TermForm.Exact, term);

    /// <inheritdoc/>
    public long? DocumentsWithAll(IReadOnlyList<string> terms)
    {
        Query together = sideBySide
            ? new PhraseQuery(TermForm.Exact, [.. terms.Select((term, place) => new PhraseTerm(term, place))], Slop: 0)
            : new BooleanQuery { Must = [.. terms.Select(term => new TermQuery(TermForm.Exact, term))] };
        return snapshot.Search(together, CountOnly, run).Total;
    }

    /// <inheritdoc/>
    public IEnumerable<NearTerm> Near(string term, int maxEdits)
    {
        var automaton = new LevenshteinAutomaton(term, maxEdits, prefixLength: 0, transpositions: true);
        var found = new Found();
        foreach (var segment in snapshot.Segments)
        {
            if (segment.Form(TermForm.Exact) is { } terms)
            {
                FuzzyWalk.Visit(terms.Terms, automaton, found, run.Limit);
            }
        }

        return found.Terms.Select(pair => new NearTerm(pair.Key, pair.Value.Edits, pair.Value.Documents));
    }

    private sealed class Found : FuzzyWalk.IVisitor
    {
        public Dictionary<string, (int Edits, long Documents)> Terms { get; } = new(StringComparer.Ordinal);

        public void Visit(ReadOnlySpan<byte> term, int edits, TermEntry entry)
        {
            string text = Encoding.UTF8.GetString(term);
            Terms[text] = (edits, Terms.GetValueOrDefault(text).Documents + entry.DocumentFrequency);
        }
    }
}
