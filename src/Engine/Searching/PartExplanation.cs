using ProposalSearch.Engine.Segments;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

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
    public abstract Explanation Of(int at, ScoreAccount account);
}

/// <summary>A part of a query that has no parts of its own.</summary>
internal sealed class LeafExplanation(bool[] matches, float[] scores, string name) : PartExplanation(matches, scores)
{
    public override Explanation Of(int at, ScoreAccount account) => ScoreAccount.Leaf(name, Scores[at]);
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

    public override Explanation Of(int at, ScoreAccount account) =>
        account.Sum(Scores[at], Array.ConvertAll(_parts, part => part.Scores[at]), part => _parts[part].Of(at, account));
}

/// <summary>A term or a phrase, with the formula and its numbers.</summary>
internal sealed class PhraseExplanation(
    PhrasePlan plan, string name, int documents, IndexSnapshot snapshot) : PartExplanation(new bool[documents], new float[documents])
{
    private readonly PhraseInDocument[] _found = new PhraseInDocument[documents];

    /// <summary>Says how often one of the documents has it.</summary>
    public void Set(int at, float frequency, Segment segment, int document)
    {
        float inverse = segment.InverseNorms[document], length = LengthCode.Decode(segment.Lengths.Codes[document]);
        Matches[at] = frequency > 0;
        Scores[at] = frequency > 0 ? Bm25.Score(plan.Weight, frequency, inverse) : 0;
        _found[at] = new PhraseInDocument(frequency, inverse, length, snapshot.AverageLength);
    }

    public override Explanation Of(int at, ScoreAccount account)
    {
        var frequencies = plan.Entries.Select(bySegment => bySegment.Sum(entry => (long)entry.DocumentFrequency));
        var rarity = new PhraseRarity(plan.Weight, plan.Boost, plan.Rarity, snapshot.DocumentsWithWords, frequencies);
        return Matches[at] ? ScoreAccount.Phrase(name, rarity, _found[at]) : ScoreAccount.Absent(name);
    }
}
