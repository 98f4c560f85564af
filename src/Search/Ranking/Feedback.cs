using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Search.Ranking;

/// <summary>A term that the best hits of a query have in common, and what it adds to the order.</summary>
/// <param name="Term">The stem.</param>
/// <param name="Word">A word with this stem, as the best of these hits has it, folded.</param>
/// <param name="Weight">
/// How much it counts, where a word of the query counts as 1: more than 0, at most <see cref="Feedback.Share"/>.
/// </param>
/// <param name="Rarity">How rare it is, as BM25 has it.</param>
internal readonly record struct FeedbackTerm(string Term, string Word, float Weight, float Rarity);

/// <summary>
/// Which terms tell best what the first hits of a query are about. A hit counts by the square of its score's part of the best score. The
/// weight of a term is the mean of two, each as a part of its greatest: J. Rocchio's, as the sum over the hits of saturated frequency and
/// rarity; and Bo1 of G. Amati's "Probabilistic models for information retrieval based on divergence from randomness" (2003), how far its
/// frequency in the hits is from chance. docs/ranking.md has the formulas, and what was measured.
/// </summary>
internal static class Feedback
{
    /// <summary>Hits that are looked at.</summary>
    public const int Hits = 10;

    /// <summary>Terms that are taken.</summary>
    public const int Terms = 30;

    /// <summary>How much the most telling term counts, where a word of the query counts as 1.</summary>
    public const float Share = 0.5f;

    /// <summary>
    /// The most that all terms together can add, as a part of the best hit's score: beside a query of common words, the rare words of its
    /// hits would else decide alone.
    /// </summary>
    private const double MostAdded = 2;

    /// <summary>Letters of an organization's name from which on another that begins with it is taken for the same.</summary>
    private const int TellingName = 8;

    /// <summary>Hits that must have a term: what one of them has alone is its own affair.</summary>
    private const int LeastHits = 2;

    /// <summary>The terms, the most telling first.</summary>
    /// <param name="hits">The best hits; those that score nothing say nothing.</param>
    /// <param name="texts">The stems of each.</param>
    /// <param name="sums">What to add up with.</param>
    public static IReadOnlyList<FeedbackTerm> Of(IReadOnlyList<RankedDocument> hits, IReadOnlyList<DocumentTerms> texts, FeedbackSums sums)
    {
        if (hits.Count < LeastHits || hits[0].Score <= 0)
        {
            return [];
        }

        var average = texts.Average(static text => text.Length);
        for (var at = 0; at < texts.Count; at++)
        {
            if (hits[at].Score <= 0 || IsOfOneBefore(texts, at))
            {
                continue;
            }

            var norm = Bm25.K1 * (1 - Bm25.B + (Bm25.B * texts[at].Length / average));
            var share = hits[at].Score / hits[0].Score;
            sums.Add(at, texts[at], share * share, norm);
        }

        var best = Best(Weigh(sums, texts));
        sums.Clear(texts);
        return Limit(best, hits[0].Score);
    }

    /// <summary>
    /// Whether a better hit is of the same organization: what it writes every year is its own affair too. One name often goes on where the
    /// other ends, with initials in brackets or a town.
    /// </summary>
    private static bool IsOfOneBefore(IReadOnlyList<DocumentTerms> texts, int at)
    {
        var name = texts[at].Organization;
        for (var before = 0; before < at; before++)
        {
            var (one, other) = (name, texts[before].Organization);
            var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
            if (shorter.Length > 0 && (shorter == longer
                || (shorter.Length >= TellingName && longer.StartsWith(shorter, StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }

    private static List<FeedbackTerm> Limit(List<FeedbackTerm> terms, double score)
    {
        var added = terms.Sum(static term => term.Weight * term.Rarity);
        var part = (float)Math.Min(1, MostAdded * score / added);
        return terms.ConvertAll(term => term with { Weight = term.Weight * part });
    }

    private static List<Weighed> Weigh(FeedbackSums sums, IReadOnlyList<DocumentTerms> texts)
    {
        var weighed = new List<Weighed>(sums.All.Length);
        foreach (ref readonly var sum in sums.All)
        {
            if (sum.Documents >= LeastHits)
            {
                var (document, at) = (texts[sum.Document], sum.At);
                var term = document.Terms[at];
                weighed.Add(new Weighed(term, document.Words[at], sum.Rocchio * term.Rarity, term.Bo1(sum.Frequency)));
            }
        }

        return weighed;
    }

    private static List<FeedbackTerm> Best(List<Weighed> weighed)
    {
        if (weighed.Count == 0)
        {
            return [];
        }

        var (rocchio, bo1) = (weighed.Max(static one => one.Rocchio), weighed.Max(static one => one.Bo1));
        var best = new List<(double Weight, int At)>(Terms + 1);
        for (var at = 0; at < weighed.Count; at++)
        {
            var weight = (weighed[at].Rocchio / rocchio) + (weighed[at].Bo1 / bo1);
            if (best.Count < Terms || weight >= best[^1].Weight)
            {
                Insert(best, (weight, at), weighed);
            }
        }

        return best.ConvertAll(one => new FeedbackTerm(
            weighed[one.At].Term.Term,
            weighed[one.At].Word,
            (float)(Share * one.Weight / best[0].Weight),
            weighed[one.At].Term.Rarity));
    }

    /// <summary>Puts a term among the best, ties in the order of their letters.</summary>
    private static void Insert(List<(double Weight, int At)> best, (double Weight, int At) one, List<Weighed> weighed)
    {
        var place = best.Count;
        while (place > 0 && (best[place - 1].Weight < one.Weight
            || (best[place - 1].Weight == one.Weight
                && string.CompareOrdinal(weighed[best[place - 1].At].Term.Term, weighed[one.At].Term.Term) > 0)))
        {
            place--;
        }

        best.Insert(place, one);
        if (best.Count > Terms)
        {
            best.RemoveAt(Terms);
        }
    }

    private readonly record struct Weighed(KnownTerm Term, string Word, double Rocchio, double Bo1);
}
