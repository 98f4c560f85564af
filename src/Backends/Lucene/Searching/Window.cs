using System.Numerics;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Some consecutive documents of a segment: which of them match, and with which scores.</summary>
internal sealed class Window
{
    /// <summary>How many documents.</summary>
    public const int Size = 4096;

    /// <summary>The first document.</summary>
    public int Start { get; private set; }

    /// <summary>The document after the last.</summary>
    public int End => Start + Size;

    /// <summary>A bit for each document that matches.</summary>
    public ulong[] Bits { get; } = new ulong[Size / 64];

    /// <summary>Scores of those that match, where they are wanted; 0 for others.</summary>
    public float[] Scores { get; } = new float[Size];

    /// <summary>Begins with nothing that matches.</summary>
    public void Reset(int start)
    {
        Start = start;
        Array.Clear(Bits);
        Array.Clear(Scores);
    }

    /// <summary>Whether a document, counted from <see cref="Start"/>, matches.</summary>
    public bool Has(int at) => (Bits[at >> 6] >> at & 1) != 0;

    /// <summary>Says that a document matches.</summary>
    public void Set(int at) => Bits[at >> 6] |= 1UL << at;

    /// <summary>How many match.</summary>
    public int Count()
    {
        int count = 0;
        foreach (ulong word in Bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Whether any matches.</summary>
    public bool Any() => Bits.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>The first that matches from one on; <see cref="Size"/> if none does.</summary>
    public static int Next(ulong[] bits, int from)
    {
        for (int word = from >> 6; word < bits.Length; word++, from = 0)
        {
            ulong left = bits[word] & ulong.MaxValue << from;
            if (left != 0)
            {
                return word * 64 + BitOperations.TrailingZeroCount(left);
            }
        }

        return Size;
    }

    /// <summary>Adds the matches of another, and their scores.</summary>
    public void Add(Window other, bool scored)
    {
        for (int word = 0; word < Bits.Length; word++)
        {
            Bits[word] |= other.Bits[word];
        }

        if (scored)
        {
            AddScores(other);
        }
    }

    /// <summary>Keeps only what another set has, or has not.</summary>
    public void Keep(ulong[] bits, bool set)
    {
        for (int word = 0; word < Bits.Length; word++)
        {
            Bits[word] &= set ? bits[word] : ~bits[word];
        }
    }

    /// <summary>Adds the scores of another to those that match in both: what does not match any more may still have a score.</summary>
    public void AddScores(Window other)
    {
        for (int word = 0; word < Bits.Length; word++)
        {
            for (ulong left = Bits[word] & other.Bits[word]; left != 0; left &= left - 1)
            {
                int at = word * 64 + BitOperations.TrailingZeroCount(left);
                Scores[at] += other.Scores[at];
            }
        }
    }
}
