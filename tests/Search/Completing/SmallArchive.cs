using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Correcting;

namespace ProposalSearch.Search.Tests.Completing;

/// <summary>Documents as sets of words, searched by looking at all of them.</summary>
internal sealed class SmallArchive(IEnumerable<string> documents, bool tellsTogether = true) : ICorrectionTerms
{
    private readonly List<HashSet<string>> _documents =
        [.. documents.Select(document => document.Split(' ').ToHashSet(StringComparer.Ordinal))];

    public IEnumerable<string> Vocabulary => _documents.SelectMany(words => words).Distinct(StringComparer.Ordinal);

    public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(IReadOnlyList<string> terms) =>
        new([.. terms.Select(DocumentFrequency)]);

    public ValueTask<long?> DocumentsWithAllAsync(IReadOnlyList<string> terms) =>
        new(DocumentsWithAll(terms));

    public ValueTask<IReadOnlyList<NearTerm>> NearAsync(string term, int maximumEdits) => new([.. Near(term, maximumEdits)]);

    public long? DocumentsWithAll(IReadOnlyList<string> terms) =>
        tellsTogether ? _documents.Count(words => terms.All(words.Contains)) : null;

    public long DocumentFrequency(string term) => _documents.Count(words => words.Contains(term));

    private IEnumerable<NearTerm> Near(string term, int maxEdits)
    {
        foreach (var other in Vocabulary)
        {
            var automaton = new LevenshteinAutomaton(term, maxEdits, prefixLength: 0, transpositions: true);
            var state = automaton.Start;
            foreach (var rune in other.EnumerateRunes())
            {
                state = state < 0 ? state : automaton.Step(state, rune.Value);
            }

            if (state >= 0 && automaton.IsMatch(state))
            {
                yield return new NearTerm(other, automaton.Distance(state), DocumentFrequency(other));
            }
        }
    }
}
