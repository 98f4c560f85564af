using System.Globalization;
using ProposalSearch.Retrieval.Scoring;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Searching;

/// <summary>What a part of a query gives to the scores of some documents, and how to say so.</summary>
/// <param name="matches">Which of the documents match it.</param>
/// <param name="scores">What it adds to the score of each; 0 where one does not match.</param>
internal abstract class PartExplanation(bool[] matches, float[] scores)
{
    /// <summary>Which of the documents match it.</summary>
    public bool[] Matches { get; } = matches;

    /// <summary>What it adds to the score of each document.</summary>
    public float[] Scores { get; } = scores;

    /// <summary>The explanation for one of the documents.</summary>
    public abstract Explanation Of(int at, PartsLeft left);

    /// <summary>A text with its numbers as they are written everywhere.</summary>
    protected static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// How many parts of sums may still be listed for a document: nobody reads hundreds, and a page of hits would have megabytes of them.
/// </summary>
internal sealed class PartsLeft
{
    /// <summary>Parts that are listed for a document at most, all sums together.</summary>
    public const int Most = 40;

    private int _left = Most;

    /// <summary>Takes as many as there are, of so many wanted.</summary>
    public int Take(int wanted)
    {
        int taken = Math.Min(wanted, _left);
        _left -= taken;
        return taken;
    }
}

/// <summary>A part of a query that has no parts of its own.</summary>
internal sealed class LeafExplanation(bool[] matches, float[] scores, string name) : PartExplanation(matches, scores)
{
    public override Explanation Of(int at, PartsLeft left) => new(Scores[at], Invariant($"{name}: {Scores[at]}"), []);
}

/// <summary>The sum of the parts that match, where the whole does.</summary>
internal sealed class SumExplanation : PartExplanation
{
    private readonly PartExplanation[] _parts;

    public SumExplanation(bool[] matches, PartExplanation[] parts)
        : base(matches, new float[matches.Length])
    {
        _parts = parts;
        for (int at = 0; at < matches.Length; at++)
        {
            foreach (var part in matches[at] ? parts : [])
            {
                Scores[at] += part.Scores[at];
            }
        }
    }

    public override Explanation Of(int at, PartsLeft left)
    {
        PartExplanation[] parts = Scores[at] == 0 ? [] : Array.FindAll(_parts, part => part.Scores[at] != 0);
        int listed = left.Take(parts.Length);
        PartExplanation[] shown = listed == parts.Length ? parts : Greatest(parts, at, listed);
        List<Explanation> details = [.. shown.Select(part => part.Of(at, left))];
        if (listed < parts.Length)
        {
            float rest = parts.Except(shown).Sum(part => part.Scores[at]);
            details.Add(new Explanation(rest, Invariant($"{parts.Length - listed} further parts, which are not listed"), []));
        }

        return new Explanation(Scores[at], Invariant($"{Scores[at]} = sum of the parts that match"), details);
    }

    /// <summary>The parts that give most, in the order in which they stand in the query.</summary>
    private static PartExplanation[] Greatest(PartExplanation[] parts, int at, int count) =>
        [
            .. parts.Index()
                .OrderByDescending(part => part.Item.Scores[at])
                .Take(count)
                .OrderBy(part => part.Index)
                .Select(part => part.Item),
        ];
}

/// <summary>A term or a phrase, with the formula and its numbers.</summary>
internal sealed class PhraseExplanation(
    PhrasePlan plan, string name, int documents, IndexSnapshot snapshot) : PartExplanation(new bool[documents], new float[documents])
{
    private const string Formula = "tf = f / (f + k1 * (1 - b + b * length / average))";

    private readonly (float Frequency, float InverseNorm, float Length)[] _numbers = new (float, float, float)[documents];

    /// <summary>Says how often one of the documents has it.</summary>
    public void Set(int at, float frequency, Segment segment, int document)
    {
        Matches[at] = frequency > 0;
        Scores[at] = frequency > 0 ? Bm25.Score(plan.Weight, frequency, segment.InverseNorms[document]) : 0;
        _numbers[at] = (frequency, segment.InverseNorms[document], LengthCode.Decode(segment.Lengths.Codes[document]));
    }

    public override Explanation Of(int at, PartsLeft left)
    {
        if (!Matches[at])
        {
            return new Explanation(0, $"{name}: not in this document", []);
        }

        var (frequency, inverse, length) = _numbers[at];
        float tf = Bm25.Score(1, frequency, inverse), average = snapshot.AverageLength;
        return new Explanation(Scores[at], Invariant($"{name}: {Scores[at]} = weight {plan.Weight} * tf {tf}"),
        [
            new(plan.Weight, Invariant($"weight {plan.Weight} = boost {plan.Boost} * idf {plan.Rarity}; {Rarity()}"), []),
            new(tf, Invariant($"{Formula}, f = {frequency}, k1 = {Bm25.K1}, b = {Bm25.B}, length = {length}, average = {average}"), []),
        ]);
    }

    private string Rarity()
    {
        var frequencies = plan.Entries.Select(bySegment => bySegment.Sum(entry => (long)entry.DocumentFrequency));
        return Invariant(
            $"idf = sum of ln(1 + (N - n + 0.5) / (n + 0.5)), N = {snapshot.DocumentsWithWords}, n = {string.Join(", ", frequencies)}");
    }
}
