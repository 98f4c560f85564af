using System.Runtime.InteropServices;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Search.Ranking;

/// <summary>A term that the best hits of a query have in common, and what it adds to the order.</summary>
/// <param name="Term">The stem.</param>
/// <param name="Word">A word with this stem, as the best of these hits has it, folded.</param>
/// <param name="Weight">
/// How much it counts, where a word of the query counts as 1: more than 0, at most <see cref="Feedback.Share"/>.
/// </param>
internal readonly record struct FeedbackTerm(string Term, string Word, float Weight);

/// <summary>
/// Which terms tell best what the first hits of a query are about. The weight of a term is the mean of two, each as a part of its greatest:
/// J. Rocchio's, as the sum over the hits of score, saturated frequency and rarity; and Bo1 of G. Amati's "Probabilistic models for
/// information retrieval based on divergence from randomness" (2003), how far its frequency in the hits is from chance. docs/ranking.md has
/// the formulas, and what was measured.
/// </summary>
internal static class Feedback
{
    /// <summary>Hits that are looked at.</summary>
    public const int Hits = 10;

    /// <summary>Terms that are taken.</summary>
    public const int Terms = 30;

    /// <summary>How much the most telling term counts, where a word of the query counts as 1.</summary>
    public const float Share = 0.5f;

    /// <summary>Hits that must have a term: what one of them has alone is its own affair.</summary>
    private const int LeastHits = 2;

    private struct Sum
    {
        public string Word;
        public int Hits;
        public double Frequency;
        public double Rocchio;
    }

    /// <summary>The terms, the most telling first.</summary>
    /// <param name="hits">The best hits.</param>
    /// <param name="texts">The stems of each.</param>
    /// <param name="documents">Documents in the index.</param>
    public static IReadOnlyList<FeedbackTerm> Of(IReadOnlyList<RankedDocument> hits, IReadOnlyList<DocumentTerms> texts, long documents)
    {
        if (hits.Count < LeastHits || hits[0].Score <= 0)
        {
            return [];
        }

        var sums = Sums(hits, texts);
        var weighed = new List<(KnownTerm Term, string Word, double Rocchio, double Bo1)>();
        foreach (var (term, sum) in sums)
        {
            if (sum.Hits >= LeastHits)
            {
                var rarity = Bm25.InverseDocumentFrequency(term.DocumentFrequency, documents);
                weighed.Add((term, sum.Word, sum.Rocchio * rarity, Bo1(sum.Frequency, term.DocumentFrequency / (double)documents)));
            }
        }

        return weighed.Count == 0 ? [] : Best(weighed);
    }

    private static Dictionary<KnownTerm, Sum> Sums(IReadOnlyList<RankedDocument> hits, IReadOnlyList<DocumentTerms> texts)
    {
        var sums = new Dictionary<KnownTerm, Sum>(texts.Sum(static text => text.Terms.Count));
        var average = texts.Average(static text => text.Length);
        for (var at = 0; at < texts.Count; at++)
        {
            var share = hits[at].Score / hits[0].Score;
            var norm = Bm25.K1 * (1 - Bm25.B + (Bm25.B * texts[at].Length / average));
            foreach (var counted in texts[at].Terms)
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, counted.Term, out _);
                sum.Word ??= counted.Word;
                sum.Hits++;
                sum.Frequency += counted.Count;
                sum.Rocchio += share * counted.Count / (counted.Count + norm);
            }
        }

        return sums;
    }

    private static double Bo1(double frequency, double expected) =>
        (frequency * Math.Log2((1 + expected) / expected)) + Math.Log2(1 + expected);

    private static List<FeedbackTerm> Best(List<(KnownTerm Term, string Word, double Rocchio, double Bo1)> weighed)
    {
        var (rocchio, bo1) = (weighed.Max(static one => one.Rocchio), weighed.Max(static one => one.Bo1));
        var best = weighed
            .Select(one => (one.Term, one.Word, Weight: (one.Rocchio / rocchio) + (one.Bo1 / bo1)))
            .OrderByDescending(static one => one.Weight)
            .ThenBy(static one => one.Term.Term, StringComparer.Ordinal)
            .Take(Terms)
            .ToList();
        return best.ConvertAll(one => new FeedbackTerm(one.Term.Term, one.Word, (float)(Share * one.Weight / best[0].Weight)));
    }
}
