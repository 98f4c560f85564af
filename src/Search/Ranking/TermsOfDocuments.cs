using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Ranking;

/// <summary>
/// The stems of documents, read from their texts when they are first asked for, and kept: the best hits of most queries are few documents.
/// One for each opened index. Thread-safe.
/// </summary>
/// <param name="normalizer">Makes terms of words.</param>
/// <param name="documents">Documents in the index.</param>
internal sealed class TermsOfDocuments(TermNormalizer normalizer, long documents)
{
    /// <summary>Stems kept, of all documents together: some twenty megabytes. When there are more, all are forgotten.</summary>
    private const int MaxKept = 600_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, DocumentTerms> _documents = [];
    private readonly Dictionary<string, KnownTerm> _terms = new(StringComparer.Ordinal);
    private int _kept;

    /// <summary>The stems of some hits, in their order.</summary>
    public async ValueTask<DocumentTerms[]> OfAsync(IReadOnlyList<RankedDocument> hits, ISearchRun run)
    {
        var found = new DocumentTerms?[hits.Count];
        lock (_gate)
        {
            for (var at = 0; at < found.Length; at++)
            {
                found[at] = _documents.GetValueOrDefault(hits[at].Document);
            }
        }

        var unknown = Enumerable.Range(0, found.Length).Where(at => found[at] is null).ToArray();
        if (unknown.Length > 0)
        {
            var details = await run.DescribeAsync(new DetailsRequest([.. unknown.Select(at => hits[at])])).ConfigureAwait(false);
            for (var at = 0; at < unknown.Length; at++)
            {
                found[unknown[at]] = await ReadAsync(hits[unknown[at]].Document, details[at].Document, run).ConfigureAwait(false);
            }
        }

        return found!;
    }

    private async ValueTask<DocumentTerms> ReadAsync(int number, IStoredDocument document, ISearchRun run)
    {
        var counter = new TermCounter(normalizer);
        counter.Count(document);
        string[] stems = [.. counter.Counts.Keys.Where(static stem => !stem.Any(char.IsDigit))];
        string[] unknown;
        lock (_gate)
        {
            unknown = [.. stems.Where(stem => !_terms.ContainsKey(stem))];
        }

        var frequencies = await run.DocumentFrequenciesAsync(TermForm.Stemmed, unknown).ConfigureAwait(false);
        lock (_gate)
        {
            foreach (var (stem, frequency) in unknown.Zip(frequencies))
            {
                _terms.TryAdd(stem, new KnownTerm(stem, frequency));
            }

            return Keep(number, Terms(stems, counter));
        }
    }

    /// <summary>Those that some other document has, and not more than half of all.</summary>
    private DocumentTerms Terms(string[] stems, TermCounter counter)
    {
        var terms = new List<CountedTerm>(stems.Length);
        foreach (var stem in stems)
        {
            if (_terms.TryGetValue(stem, out var term) && term.DocumentFrequency >= 2 && term.DocumentFrequency * 2 <= documents)
            {
                terms.Add(new CountedTerm(term, counter.Counts[stem].Word, counter.Counts[stem].Count));
            }
        }

        return new DocumentTerms(terms, counter.Length);
    }

    private DocumentTerms Keep(int number, DocumentTerms terms)
    {
        if (_kept + terms.Terms.Count > MaxKept)
        {
            _documents.Clear();
            _kept = 0;
        }

        _kept += _documents.TryAdd(number, terms) ? terms.Terms.Count : 0;
        return terms;
    }
}
