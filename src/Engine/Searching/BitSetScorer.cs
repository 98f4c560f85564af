namespace ProposalSearch.Engine.Searching;

/// <summary>Documents of a set that was made beforehand, each with a score of its own or all with the same.</summary>
internal sealed class BitSetScorer : Scorer
{
    private readonly ulong[] _bits;
    private readonly float[]? _scores;
    private readonly float _constant;
    private readonly int _documents;

    /// <summary>
    /// A set from <see cref="Scratch.RentBitSet"/> and, unless all score the same, scores from <see cref="Scratch.RentNumbers"/>.
    /// </summary>
    public BitSetScorer(ulong[] bits, int documents, float[]? scores, float constant)
    {
        _bits = bits;
        _documents = documents;
        _scores = scores;
        _constant = constant;
        Cost = Packing.ScoreKernel.Count(bits);
    }

    public override long Cost { get; }

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

        return word * 64 + System.Numerics.BitOperations.TrailingZeroCount(left);
    }

    public override void Fill(Window window, bool scored, Scratch scratch)
    {
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
                int at = word * 64 + System.Numerics.BitOperations.TrailingZeroCount(bits);
                window.Scores[at] += _scores is null ? _constant : _scores[window.Start + at];
            }
        }
    }

    public override void Release(Scratch scratch)
    {
        scratch.Return(_bits);
        if (_scores is not null)
        {
            scratch.Return(_scores);
        }
    }
}
