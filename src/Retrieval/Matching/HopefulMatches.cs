using System.Numerics;

namespace ProposalSearch.Retrieval.Matching;

/// <summary>
/// Adds optional scores to the matches of a window, one scorer after the other in their order, and leaves out those matches that the
/// scorers that are still to come cannot lift over a threshold: "MaxScore" of H. Turtle and J. Flood, "Query evaluation: strategies and
/// optimizations" (1995), without leaving out a match. Scores of what is not left out are summed in the same order as without it.
/// </summary>
internal sealed class HopefulMatches
{
    /// <summary>
    /// Sums of <see cref="float"/>s are rounded, and bounds are summed in another order than scores: bounds are taken this much too high.
    /// </summary>
    private const float Margin = 1.00001f;

    /// <summary>It pays to look again who is hopeful where what is to come has shrunk to this part.</summary>
    private const float Shrunk = 0.8f;

    private readonly Scorer[] _scorers;
    private readonly float[] _rest;
    private readonly ulong[] _bits = new ulong[Window.Words];
    private float _threshold = float.NegativeInfinity;

    /// <summary>For some optional scorers.</summary>
    public HopefulMatches(Scorer[] scorers)
    {
        _scorers = scorers;
        _rest = new float[scorers.Length + 1];
        for (int i = scorers.Length - 1; i >= 0; i--)
        {
            _rest[i] = _rest[i + 1] + scorers[i].Most;
        }
    }

    /// <summary>Whether there is a threshold yet.</summary>
    public bool IsBounded => _threshold > float.NegativeInfinity;

    /// <summary>See <see cref="Scorer.ScoreAbove"/>.</summary>
    public bool ScoreAbove(float threshold)
    {
        _threshold = threshold;
        return float.IsFinite(_rest[^2]);
    }

    /// <summary>Adds the scores of a window.</summary>
    /// <param name="matches">The matches, with what they score without the optional scorers.</param>
    /// <param name="others">Where the scores are added. Others than the matches may get some too.</param>
    /// <param name="scratch">What to work with.</param>
    public void Fill(Window matches, Window others, Workspace scratch)
    {
        matches.Bits.CopyTo(_bits, 0);
        float looked = float.PositiveInfinity;
        for (int i = 0; i < _scorers.Length; i++)
        {
            scratch.Limit.Step();
            if (_rest[i] <= looked * Shrunk && _rest[i] * Margin < _threshold)
            {
                looked = _rest[i];
                if (!Keep(matches, others, _rest[i]))
                {
                    return;
                }
            }

            _scorers[i].FillWithin(others, _bits, scored: true, scratch);
        }
    }

    /// <summary>Leaves out what a rest cannot lift over the threshold.</summary>
    /// <returns>Whether anything is left.</returns>
    private bool Keep(Window matches, Window others, float rest)
    {
        ulong any = 0;
        float least = _threshold / Margin - rest;
        for (ulong left = matches.Touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            for (ulong bits = _bits[word]; bits != 0; bits &= bits - 1)
            {
                int bit = BitOperations.TrailingZeroCount(bits), at = word * 64 + bit;
                if (matches.Scores[at] + others.Scores[at] < least)
                {
                    _bits[word] &= ~(1UL << bit);
                }
            }

            any |= _bits[word];
        }

        return any != 0;
    }
}
