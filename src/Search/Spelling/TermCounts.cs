using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Search.Spelling;

/// <summary>
/// How many documents have which terms, looked up all at once: whoever asks for a term that was not looked up yet is told that there is
/// none, and asks again after <see cref="LoadAsync"/>.
/// </summary>
/// <param name="run">What is asked for the request.</param>
/// <param name="documents">Documents in the index.</param>
/// <param name="knownTerms">What other requests have looked up.</param>
internal sealed class TermCounts(ISearchRun run, long documents, KnownTerms knownTerms)
{
    private readonly Dictionary<(TermForm Form, string Term), long> _known = [];
    private readonly HashSet<(TermForm Form, string Term)> _wanted = [];

    /// <summary>Whether something was asked for that is to be looked up.</summary>
    public bool IsIncomplete => _wanted.Count > 0;

    /// <summary>How many documents have a term.</summary>
    public long Of(TermForm form, string term)
    {
        if (_known.TryGetValue((form, term), out var count))
        {
            return count;
        }

        if (knownTerms.TryCount(form, term, out count))
        {
            _known.Add((form, term), count);
            return count;
        }

        _wanted.Add((form, term));
        return 0;
    }

    /// <summary>Whether all of some terms are in the index.</summary>
    public bool Has(TermForm form, IEnumerable<string> terms)
    {
        var all = true;
        foreach (var term in terms)
        {
            all &= Of(form, term) > 0;
        }

        return all;
    }

    /// <summary>How rare terms are together, as BM25 has it.</summary>
    public double Rarity(TermForm form, IEnumerable<PhraseTerm> terms) =>
        terms.Sum(term => (double)Bm25.InverseDocumentFrequency(Of(form, term.Term), documents));

    /// <summary>Looks up what was asked for.</summary>
    public async ValueTask LoadAsync()
    {
        foreach (var form in _wanted.GroupBy(wanted => wanted.Form, wanted => wanted.Term).ToList())
        {
            string[] terms = [.. form];
            var counts = await run.DocumentFrequenciesAsync(form.Key, terms).ConfigureAwait(false);
            for (var at = 0; at < terms.Length; at++)
            {
                _known[(form.Key, terms[at])] = counts[at];
            }
        }

        _wanted.Clear();
    }
}
