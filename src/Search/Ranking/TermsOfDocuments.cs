using System.Collections.Concurrent;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Ranking;

/// <summary>
/// The stems of documents, read from their texts when they are first asked for, and kept: the best hits of most queries are few documents.
/// One for each opened index. Thread-safe.
/// </summary>
/// <param name="normalizer">Makes terms of words.</param>
/// <param name="documents">Documents in the index.</param>
/// <param name="functionWords">Words that hold a sentence together in the language of the index, and say nothing of a subject.</param>
internal sealed class TermsOfDocuments(TermNormalizer normalizer, long documents, IReadOnlySet<string> functionWords)
{
    /// <summary>
    /// Stems kept, of all documents together: some twenty megabytes. The documents that were not asked for since half of them came are
    /// forgotten then. Beside them each stem is kept once, of those that several documents have.
    /// </summary>
    private const int MaxKept = 600_000;

    private readonly HashSet<string> _empty = functionWords.Select(word => normalizer.Stem(word)).ToHashSet(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly ConcurrentBag<FeedbackSums> _sums = [];
    private readonly Dictionary<string, KnownTerm> _terms = new(StringComparer.Ordinal);
    private Dictionary<int, DocumentTerms> _documents = [];
    private Dictionary<int, DocumentTerms> _older = [];
    private int _kept;

    /// <summary>The terms that some hits have in common, as <see cref="Feedback"/> weighs them.</summary>
    public async ValueTask<IReadOnlyList<FeedbackTerm>> CommonToAsync(IReadOnlyList<RankedDocument> hits, ISearchRun run)
    {
        var texts = await OfAsync(hits, run).ConfigureAwait(false);
        var sums = _sums.TryTake(out var free) ? free : new FeedbackSums();
        var common = Feedback.Of(hits, texts, sums);
        _sums.Add(sums);
        return common;
    }

    /// <summary>The stems of some hits, in their order.</summary>
    public async ValueTask<DocumentTerms[]> OfAsync(IReadOnlyList<RankedDocument> hits, ISearchRun run)
    {
        var found = new DocumentTerms?[hits.Count];
        lock (_gate)
        {
            for (var at = 0; at < found.Length; at++)
            {
                found[at] = Kept(hits[at].Document);
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
        var counter = TermCounter.Of(document, normalizer);
        var organization = OrganizationOf(document);
        var name = Analyzer.Stemmed(organization, normalizer).Select(static token => token.Term).ToHashSet(StringComparer.Ordinal);
        string[] stems = [.. counter.Counts.Keys.Where(stem => CanTell(stem) && !name.Contains(stem))];
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
                Know(stem, frequency);
            }

            var terms = Terms(stems, counter, OrganizationSpelling.KeyOf(organization));
            Keep(number, terms);
            return terms;
        }
    }

    private static string OrganizationOf(IStoredDocument document)
    {
        for (var section = 0; section < document.SectionCount; section++)
        {
            if (document.Label(section) == SectionLabels.Organization)
            {
                return document.Text(section);
            }
        }

        return "";
    }

    /// <summary>Whether a stem can tell something of a subject: no number or code, no letter by itself, no function word.</summary>
    private bool CanTell(string stem) =>
        !stem.Any(char.IsDigit) && !(stem.Length == 1 && (char.IsLower(stem[0]) || char.IsUpper(stem[0]))) && !_empty.Contains(stem);

    /// <summary>Gives a number to a stem that some other document has, and not more than half of all.</summary>
    private void Know(string stem, long frequency)
    {
        if (frequency >= 2 && frequency * 2 <= documents && !_terms.ContainsKey(stem))
        {
            _terms.Add(stem, new KnownTerm(_terms.Count, stem, frequency, documents));
        }
    }

    private DocumentTerms Terms(string[] stems, TermCounter counter, string organization)
    {
        KnownTerm[] known = [.. stems.Select(stem => _terms.GetValueOrDefault(stem)).OfType<KnownTerm>()];
        return new DocumentTerms(
            Array.ConvertAll(known, term => new CountedTerm(term.Number, counter.Counts[term.Term].Count)),
            known,
            Array.ConvertAll(known, term => normalizer.Fold(counter.Counts[term.Term].First)),
            counter.Length,
            organization);
    }

    private DocumentTerms? Kept(int number)
    {
        if (_documents.TryGetValue(number, out var terms))
        {
            return terms;
        }

        if (_older.TryGetValue(number, out terms))
        {
            Keep(number, terms);
        }

        return terms;
    }

    private void Keep(int number, DocumentTerms terms)
    {
        if (!_documents.TryAdd(number, terms))
        {
            return;
        }

        _kept += terms.Counts.Length;
        if (_kept > MaxKept / 2)
        {
            (_older, _documents, _kept) = (_documents, [], 0);
        }
    }
}
