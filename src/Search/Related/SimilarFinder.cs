using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;
using ProposalSearch.Search.Answering;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Related;

/// <summary>
/// Finds proposals that are about the same as one: those that match best a query of its most telling words, which it has often and few
/// others have at all. One for each request. Works with every backend.
/// </summary>
internal sealed class SimilarFinder(OpenedIndex index, TimeLimit limit)
{
    // Terms of the query: enough for several subjects, few enough to be searched like any other query.
    private const int MostTerms = 30;
    private const int MostTold = 8;
    private const int MostQuestions = 5;
    private const int ShortestTerm = 3;

    private readonly ISearchRun _run = index.Begin(limit);

    /// <summary>The most similar proposals, the most similar first; <see langword="null"/> where there is no proposal of this id.</summary>
    public async ValueTask<IReadOnlyList<SimilarProposal>?> FindAsync(string id, int most)
    {
        if ((await index.Reader.FindAsync([id], limit.Cancellation).ConfigureAwait(false))[0] is not { } document)
        {
            return null;
        }

        var own = new ProposalTerms(StoredProposal.Read(document, index.Record.Labels), index.Normalizer);
        var telling = await TellingAsync(own).ConfigureAwait(false);
        return telling.Count == 0 ? [] : await FindAsync(id, own, telling, most).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<SimilarProposal>> FindAsync(
        string id, ProposalTerms own, List<TellingTerm> telling, int most)
    {
        Query[] parts = [.. telling.Select(static term => new TermQuery(TermForm.Stemmed, term.Term))];
        var query = new BooleanQuery
        {
            Should = [.. parts.Select((part, at) => new BoostQuery(part, telling[at].Often))],
            Minimum = Math.Min(2, parts.Length),
        };
        var found = await _run.SearchAsync(query, new SearchOptions { Top = most + 1 }).ConfigureAwait(false);
        var details = await _run.DescribeAsync(new DetailsRequest(found.Hits)
        {
            Parts = parts,
            Passages = new HighlightOptions { MaximumPassages = 0 },
        }).ConfigureAwait(false);
        return
        [
            .. details.Zip(found.Hits)
                .Where(hit => hit.First.Document.Id != id)
                .Take(most)
                .Select(hit => Tell(hit.First, hit.Second.Score, own, telling)),
        ];
    }

    /// <summary>The words that tell most: often here, in another proposal too, and in less than half of all.</summary>
    private async ValueTask<List<TellingTerm>> TellingAsync(ProposalTerms own)
    {
        var terms = own.Frequencies.Where(static term => IsWord(term.Term)).ToList();
        var documents = await _run.DocumentFrequenciesAsync(TermForm.Stemmed, terms.ConvertAll(static term => term.Term))
            .ConfigureAwait(false);
        var all = index.Reader.Identity.Documents;
        return
        [
            .. terms.Zip(documents, (term, having) => (term.Term, term.Frequency, Having: having))
                .Where(term => term.Having >= 2 && (term.Having == 2 || term.Having <= all / 2))
                .Select(term => new TellingTerm(
                    term.Term, 1 + MathF.Log(term.Frequency), Bm25.InverseDocumentFrequency(term.Having, all)))
                .OrderByDescending(static term => term.Weight)
                .ThenBy(static term => term.Term, StringComparer.Ordinal)
                .Take(MostTerms),
        ];
    }

    private static bool IsWord(string term) =>
        (term.Length >= ShortestTerm || term.Any(static letter => !char.IsAscii(letter))) && term.Any(char.IsLetter);

    private SimilarProposal Tell(DocumentDetails details, double score, ProposalTerms own, List<TellingTerm> telling)
    {
        limit.Check();
        var other = StoredProposal.Read(details.Document, index.Record.Labels);
        var terms = new ProposalTerms(other, index.Normalizer);
        List<TellingTerm> shared = [.. telling.Where((_, at) => details.MatchedParts[at] && terms.Has(telling[at].Term))];
        return new SimilarProposal(
            other.Id,
            other.Title,
            other.Summary,
            other.Organization,
            other.Year,
            score,
            Written(shared, terms),
            Questions(other, own, terms, shared));
    }

    private List<SimilarAnswer> Questions(Proposal other, ProposalTerms own, ProposalTerms terms, List<TellingTerm> shared) =>
    [
        .. index.Record.Metadata.Questions
            .Where(question => own.ByQuestion.ContainsKey(question.Id) && terms.ByQuestion.ContainsKey(question.Id))
            .Select(question => (Question: question, Both: shared.FindAll(
                term => own.ByQuestion[question.Id].Contains(term.Term) && terms.ByQuestion[question.Id].Contains(term.Term))))
            .Where(static one => one.Both.Count > 0)
            .OrderByDescending(static one => one.Both.Sum(static term => term.Weight))
            .Take(MostQuestions)
            .Select(one => new SimilarAnswer(
                one.Question.Id, one.Question.Label, AnswerTo(other, one.Question.Id), Written(one.Both, terms))),
    ];

    private static int? AnswerTo(Proposal proposal, string question)
    {
        var answer = proposal.Answers.ToList().FindIndex(answer => answer.QuestionId == question);
        return answer < 0 ? null : answer;
    }

    private static List<string> Written(IEnumerable<TellingTerm> terms, ProposalTerms proposal) =>
        [.. terms.Take(MostTold).Select(term => proposal.Writing(term.Term))];

    /// <summary>A word of the query.</summary>
    /// <param name="Term">The stem.</param>
    /// <param name="Often">How much it counts for being there often.</param>
    /// <param name="Rare">How much it counts for being in few proposals.</param>
    private readonly record struct TellingTerm(string Term, float Often, double Rare)
    {
        public double Weight => Often * Rare;
    }
}
