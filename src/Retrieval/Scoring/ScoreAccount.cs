using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using static System.FormattableString;

namespace ProposalSearch.Retrieval.Scoring;

/// <summary>The account of a document's score, in the same words by every engine. Belongs to one document.</summary>
public sealed class ScoreAccount
{
    /// <summary>
    /// Parts that are listed for a document at most, all sums together: nobody reads hundreds, and a page of hits would have megabytes of
    /// them.
    /// </summary>
    public const int MostParts = 40;

    private const string Formula = "tf = f / (f + k1 * (1 - b + b * length / average))";

    private int _left = MostParts;

    /// <summary>What a query without parts is called.</summary>
    public static string NameOf(Query query) => query switch
    {
        TermQuery term => $"{term.Term} [{Name(term.Form)}]",
        PhraseQuery phrase =>
            $"\"{string.Join(' ', phrase.Terms.Select(term => term.Term))}\"{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")} "
                + $"[{Name(phrase.Form)}]",
        PrefixQuery prefix => $"any word with {prefix.Prefix}*",
        WildcardQuery shape => $"any word of the shape {shape.Pattern}",
        FuzzyQuery fuzzy => $"words within {fuzzy.Edits} edits of {fuzzy.Term}, each weighted by its similarity",
        _ => "a condition without a score of its own: constant",
    };

    /// <summary>A part that has no parts of its own.</summary>
    public static Explanation Leaf(string name, float score) => new(score, Invariant($"{name}: {score}"), []);

    /// <summary>A term or a phrase that the document does not have.</summary>
    public static Explanation Absent(string name) => new(0, $"{name}: not in this document", []);

    /// <summary>A term or a phrase, with the formula and its numbers.</summary>
    public static Explanation Phrase(string name, PhraseRarity rarity, PhraseInDocument found)
    {
        float score = Bm25.Score(rarity.Weight, found.Frequency, found.InverseNorm), tf = Bm25.Score(1, found.Frequency, found.InverseNorm);
        return new Explanation(score, Invariant($"{name}: {score} = weight {rarity.Weight} * tf {tf}"),
        [
            new(rarity.Weight, rarity.ToString(), []),
            new(
                tf,
                Invariant($"{Formula}, f = {found.Frequency}, k1 = {Bm25.K1}, b = {Bm25.B}, ")
                    + Invariant($"length = {found.Length}, average = {found.AverageLength}"),
                []),
        ]);
    }

    /// <summary>The sum of the parts that match: those that give most, and what the others give together.</summary>
    /// <param name="value">The score of the whole; no part is listed where it is 0.</param>
    /// <param name="scores">What each part gives.</param>
    /// <param name="explain">The account of a part.</param>
    public Explanation Sum(float value, IReadOnlyList<float> scores, Func<int, Explanation> explain)
    {
        int[] parts = value == 0 ? [] : [.. Enumerable.Range(0, scores.Count).Where(part => scores[part] != 0)];
        int listed = Math.Min(parts.Length, _left);
        _left -= listed;
        int[] shown = [.. parts.OrderByDescending(part => scores[part]).Take(listed).Order()];
        List<Explanation> details = [.. shown.Select(explain)];
        if (listed < parts.Length)
        {
            float rest = parts.Except(shown).Sum(part => scores[part]);
            details.Add(new Explanation(rest, Invariant($"{parts.Length - listed} further parts, which are not listed"), []));
        }

        return new Explanation(value, Invariant($"{value} = sum of the parts that match"), details);
    }

    private static string Name(TermForm form) => form == TermForm.Stemmed ? "stemmed" : "exact";
}

/// <summary>What a term or a phrase weighs in the whole index.</summary>
/// <param name="Weight">Boost times rarity.</param>
/// <param name="Boost">The boost of the query.</param>
/// <param name="Rarity">The sum of the terms' rarities.</param>
/// <param name="Documents">Documents that have words.</param>
/// <param name="Frequencies">How many documents have each term.</param>
public readonly record struct PhraseRarity(float Weight, float Boost, float Rarity, long Documents, IEnumerable<long> Frequencies)
{
    /// <summary>The weight, with the formula.</summary>
    public override string ToString() => Invariant($"weight {Weight} = boost {Boost} * idf {Rarity}; ")
        + Invariant($"idf = sum of ln(1 + (N - n + 0.5) / (n + 0.5)), N = {Documents}, n = {string.Join(", ", Frequencies)}");
}

/// <summary>A term or a phrase in a document.</summary>
/// <param name="Frequency">How often it is there, weighted by section; more than 0.</param>
/// <param name="InverseNorm">See <see cref="Bm25.InverseNorms"/>.</param>
/// <param name="Length">The length of the document, in words.</param>
/// <param name="AverageLength">The length of documents on average.</param>
public readonly record struct PhraseInDocument(float Frequency, float InverseNorm, float Length, float AverageLength);
