using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Search.Ranking;

namespace ProposalSearch.Search.Related;

/// <summary>The words of a proposal as stems: how often it has each, how it writes it, and in which answers.</summary>
internal sealed class ProposalTerms
{
    private readonly Dictionary<string, Dictionary<string, int>> _writings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byQuestion = new(StringComparer.Ordinal);
    private readonly TermCounter _counter;

    /// <summary>The words of a proposal.</summary>
    public ProposalTerms(Proposal proposal, TermNormalizer normalizer)
    {
        _counter = new TermCounter(normalizer);
        Add(proposal.Title, question: null);
        Add(proposal.Summary ?? "", AnsweredFacet.SummaryQuestion);
        foreach (var answer in proposal.Answers)
        {
            Add(answer.Text, answer.QuestionId);
        }
    }

    /// <summary>Each word with how often it stands there.</summary>
    public IEnumerable<(string Term, int Frequency)> Frequencies => _counter.Counts.Select(term => (term.Key, (int)term.Value.Count));

    /// <summary>The canonical questions that it answers with words, each with its words.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> ByQuestion => _byQuestion;

    /// <summary>Whether it has a word in its title, its summary or an answer.</summary>
    public bool Has(string term) => _counter.Counts.ContainsKey(term);

    /// <summary>How it writes a word most often; of several the one in small letters.</summary>
    public string Writing(string term) => _writings[term]
        .OrderByDescending(static writing => writing.Value)
        .ThenByDescending(static writing => writing.Key, StringComparer.Ordinal)
        .First().Key;

    private void Add(string text, string? question) => _counter.Add(text, 1, (term, writing) =>
    {
        if (!_writings.TryGetValue(term, out var writings))
        {
            _writings.Add(term, writings = new Dictionary<string, int>(StringComparer.Ordinal));
        }

        writings[writing] = writings.GetValueOrDefault(writing) + 1;
        if (question is not null)
        {
            Of(question).Add(term);
        }
    });

    private HashSet<string> Of(string question)
    {
        if (!_byQuestion.TryGetValue(question, out var terms))
        {
            _byQuestion.Add(question, terms = new HashSet<string>(StringComparer.Ordinal));
        }

        return terms;
    }
}
