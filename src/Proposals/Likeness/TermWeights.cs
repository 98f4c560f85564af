using System.Runtime.InteropServices;

namespace ProposalSearch.Proposals.Likeness;

/// <summary>
/// How much a term says about which question is asked. A term that stands in the wordings of one question only says almost all; one that
/// stands in all of them says nothing. The weight is one minus the entropy of the questions given the term, over its greatest value, with a
/// prior of one wording spread over all questions, so that a term seen once is not taken for certain.
/// </summary>
internal sealed class TermWeights
{
    private const double Prior = 1;

    private readonly Dictionary<string, Dictionary<int, double>> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly double _unseen;

    /// <summary>Weights from wordings.</summary>
    /// <param name="wordings">The terms of each known wording with the number of its question.</param>
    /// <param name="questions">How many questions there are.</param>
    /// <param name="least">The least weight of a term that was seen.</param>
    /// <param name="unseen">The weight of a term that was not.</param>
    /// <param name="factor">What the weight of a term is multiplied with.</param>
    public TermWeights(
        IEnumerable<(IReadOnlyList<string> Terms, int Question)> wordings,
        int questions,
        double least,
        double unseen,
        Func<string, double> factor)
    {
        _unseen = unseen;
        foreach (var (terms, question) in wordings)
        {
            foreach (var term in terms)
            {
                var counts = CollectionsMarshal.GetValueRefOrAddDefault(_seen, term, out _) ??= [];
                counts[question] = counts.GetValueOrDefault(question) + 1;
            }
        }

        foreach (var (term, counts) in _seen)
        {
            foreach (var question in counts.Keys)
            {
                counts[question] = Math.Sqrt(counts[question]);
            }

            _weights[term] = Math.Max(least, 1 - (Entropy(counts.Values, questions) / Math.Log(Math.Max(2, questions)))) * factor(term);
        }
    }

    /// <summary>The weight of a term, 0 to 1.</summary>
    public double Of(string term) => _weights.GetValueOrDefault(term, _unseen);

    /// <summary>Whether a known wording has the term.</summary>
    public bool Knows(string term) => _weights.ContainsKey(term);

    public double Sum(IReadOnlyList<string> terms) => terms.Sum(Of);

    /// <summary>The share of each question in what a term says; less than 1 together, by the prior.</summary>
    public IEnumerable<(int Question, double Share)> Questions(string term)
    {
        if (!_seen.TryGetValue(term, out var counts))
        {
            yield break;
        }

        var all = counts.Values.Sum() + Prior;
        foreach (var (question, count) in counts)
        {
            yield return (question, count / all);
        }
    }

    private static double Entropy(Dictionary<int, double>.ValueCollection counts, int questions)
    {
        var all = counts.Sum() + Prior;
        var each = Prior / questions;
        var entropy = -(questions - counts.Count) * (each / all) * Math.Log(each / all);
        foreach (var count in counts)
        {
            entropy -= (count + each) / all * Math.Log((count + each) / all);
        }

        return entropy;
    }
}
