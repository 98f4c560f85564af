using System.Numerics;

namespace ProposalSearch.Retrieval.Matching;

/// <summary>
/// Matches and scores of up to 4,096 neighbouring documents. Queries are answered window by window: what fits a core's nearest cache is
/// combined bit by bit, 64 documents at once. A document whose bit is not set has no score. Not thread-safe.
/// </summary>
public sealed class Window
{
    /// <summary>Documents in a window at most.</summary>
    public const int Size = 4096;

    /// <summary>Groups of 64 documents in a window.</summary>
    public const int Words = Size / 64;

    private ulong _touched;

    /// <summary>The matches: bit <c>i</c> is the document <c>Start + i</c>.</summary>
    public ulong[] Bits { get; } = new ulong[Words];

    /// <summary>The scores of the matches.</summary>
    public float[] Scores { get; } = new float[Size];

    /// <summary>The window's first document.</summary>
    public int Start { get; private set; }

    /// <summary>The first document after the window. Whatever fills the window sets no bit from there on.</summary>
    public int End { get; private set; } = Size;

    /// <summary>Groups that may hold a match, a bit each.</summary>
    public ulong Touched => _touched;

    /// <summary>Forgets everything and goes to another place.</summary>
    /// <param name="start">The first document.</param>
    /// <param name="length">How many documents: a multiple of 64, at most <see cref="Size"/>.</param>
    public void Reset(int start, int length = Size)
    {
        (Start, End) = (start, start + length);
        for (ulong left = _touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            Bits[word] = 0;
            Scores.AsSpan(word * 64, 64).Clear();
        }

        _touched = 0;
    }

    /// <summary>Says that groups hold matches now.</summary>
    public void Touch(ulong words) => _touched |= words;

    /// <summary>Says that all groups may hold matches now.</summary>
    public void TouchAll() => _touched = ulong.MaxValue;

    /// <summary>Whether there is a match.</summary>
    public bool Any()
    {
        for (ulong left = _touched; left != 0; left &= left - 1)
        {
            if (Bits[BitOperations.TrailingZeroCount(left)] != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the matches of another window of the same place, with their scores times a factor.</summary>
    public void Add(Window other, bool scored)
    {
        ArgumentNullException.ThrowIfNull(other);
        _touched |= other._touched;
        for (ulong left = other._touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            ulong bits = other.Bits[word];
            Bits[word] |= bits;
            for (; scored && bits != 0; bits &= bits - 1)
            {
                int at = word * 64 + BitOperations.TrailingZeroCount(bits);
                Scores[at] += other.Scores[at];
            }
        }
    }

    /// <summary>Adds the scores of another window's matches to those documents that match here too.</summary>
    public void AddScores(Window other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (ulong left = other._touched & _touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            for (ulong bits = other.Bits[word] & Bits[word]; bits != 0; bits &= bits - 1)
            {
                int at = word * 64 + BitOperations.TrailingZeroCount(bits);
                Scores[at] += other.Scores[at];
            }
        }
    }

    /// <summary>Keeps the matches whose bit is set here too, or is not set.</summary>
    public void Keep(ReadOnlySpan<ulong> bits, bool set)
    {
        for (ulong left = _touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            Bits[word] &= set ? bits[word] : ~bits[word];
        }
    }

    /// <summary>Makes no document match, of those groups that may hold a match.</summary>
    public void Clear()
    {
        for (ulong left = _touched; left != 0; left &= left - 1)
        {
            Bits[BitOperations.TrailingZeroCount(left)] = 0;
        }
    }

    /// <summary>Makes a document match, given by its place in the window.</summary>
    public void Set(int at)
    {
        _touched |= 1UL << (at >> 6);
        Bits[at >> 6] |= 1UL << at;
    }

    /// <summary>Whether a document matches, given by its place in the window.</summary>
    public bool Has(int at) => (Bits[at >> 6] >> at & 1) != 0;

    /// <summary>The first match from a place in the window on; <see cref="Size"/> if there is none.</summary>
    public int NextMatch(int from) => Next(Bits, from);

    /// <summary>The first of a set of a window's documents from one on; <see cref="Size"/> if there is none.</summary>
    public static int Next(ReadOnlySpan<ulong> bits, int from)
    {
        for (int word = from >> 6; word < Words; word++, from = 0)
        {
            ulong left = bits[word] & (ulong.MaxValue << from);
            if (left != 0)
            {
                return word * 64 + BitOperations.TrailingZeroCount(left);
            }
        }

        return Size;
    }

    /// <summary>How many documents a set has, a bit each.</summary>
    public static int Count(ReadOnlySpan<ulong> bits)
    {
        int count = 0;
        foreach (ulong word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>How many documents match.</summary>
    public int Count()
    {
        int count = 0;
        for (ulong left = _touched; left != 0; left &= left - 1)
        {
            count += BitOperations.PopCount(Bits[BitOperations.TrailingZeroCount(left)]);
        }

        return count;
    }

    /// <summary>Sets the score of every match.</summary>
    public void SetScores(float score)
    {
        for (ulong left = _touched; left != 0; left &= left - 1)
        {
            int word = BitOperations.TrailingZeroCount(left);
            Scores.AsSpan(word * 64, 64).Fill(score);
        }
    }
}
