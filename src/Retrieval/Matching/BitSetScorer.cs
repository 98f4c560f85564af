using System.Numerics;

namespace ProposalSearch.Retrieval.Matching;

/// <summary>Documents of a set that was made beforehand, each with a score of its own or all with the same.</summary>
public sealed class BitSetScorer : Scorer
{
    private readonly ulong[] _bits;
    private readonly float[]? _scores;
    private readonly float _constant;
    private readonly int _documents;

    /// <summary>Makes a scorer of a set.</summary>
    /// <param name="bits">A bit for each document of the segment.</param>
    /// <param name="documents">Documents of the segment.</param>
    /// <param name="scores">By document; <see langword="null"/> where all have the same.</param>
    /// <param name="constant">The score of all, where they have the same.</param>
    public BitSetScorer(ulong[] bits, int documents, float[]? scores, float constant)
    {
        _bits = bits;
        _documents = documents;
        _scores = scores;
        _constant = constant;
        Cost = Window.Count(bits);
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int Next(int target)
    {
        int word = target >> 6;
        if (target >= _documents)
        {
            return NoMore;
        }

        ulong left = _bits[word] & (ulong.MaxValue << target);
        while (left == 0)
        {
            if (++word * 64L >= _documents)
            {
                return NoMore;
            }

            left = _bits[word];
        }

        return word * 64 + BitOperations.TrailingZeroCount(left);
    }

    /// <inheritdoc/>
    public override void Fill(Window window, bool scored, Workspace scratch)
    {
        scratch.Limit.Step();
        int first = window.Start >> 6, words = (Math.Min(window.End, _documents) - window.Start + 63) >> 6;
        for (int word = 0; word < words; word++)
        {
            ulong bits = _bits[first + word];
            if (bits == 0)
            {
                continue;
            }

            window.Touch(1UL << word);
            window.Bits[word] |= bits;
            for (; scored && bits != 0; bits &= bits - 1)
            {
                int at = word * 64 + BitOperations.TrailingZeroCount(bits);
                window.Scores[at] += _scores is null ? _constant : _scores[window.Start + at];
            }
        }
    }

    /// <inheritdoc/>
    public override void Release(Workspace scratch)
    {
        scratch.Return(_bits);
        if (_scores is not null)
        {
            scratch.Return(_scores);
        }
    }
}
