namespace ProposalSearch.Search.Completing;

/// <summary>
/// In how many proposals each of many phrases is, by the phrases' hashes: open addressing with linear probing, 16 bytes a phrase and
/// nothing that a collector must look at. A hash stands for its phrase; that two of a few hundred thousand share one is as good as
/// impossible.
/// </summary>
internal sealed class PhraseCounts
{
    private const int FirstCapacity = 1 << 14;

    private Entry[] _entries = new Entry[FirstCapacity];

    /// <summary>How many different phrases were counted.</summary>
    public int Count { get; private set; }

    /// <summary>Counts a phrase in a proposal.</summary>
    /// <param name="hash">The hash of the phrase.</param>
    /// <param name="proposal">The proposal's number, from 1; numbers do not fall.</param>
    /// <returns>The proposals that have the phrase, this one the last; 0 where the phrase was counted in it before.</returns>
    public int CountIn(ulong hash, int proposal)
    {
        ref var entry = ref Find(_entries, hash);
        if (entry.Proposals == 0)
        {
            if (Count >= _entries.Length / 2)
            {
                Rebuild(_entries.Length * 2, least: 1);
                entry = ref Find(_entries, hash);
            }

            entry.Hash = hash;
            Count++;
        }
        else if (entry.LastProposal == proposal)
        {
            return 0;
        }

        entry.LastProposal = proposal;
        return ++entry.Proposals;
    }

    /// <summary>The proposals that have a phrase.</summary>
    public int Of(ulong hash) => Find(_entries, hash).Proposals;

    /// <summary>Forgets phrases that are in fewer proposals.</summary>
    public void Forget(int least) => Rebuild(_entries.Length, least);

    private static ref Entry Find(Entry[] entries, ulong hash)
    {
        var mask = entries.Length - 1;
        var at = (int)(hash ^ hash >> 32) & mask;
        while (entries[at].Proposals != 0 && entries[at].Hash != hash)
        {
            at = (at + 1) & mask;
        }

        return ref entries[at];
    }

    private void Rebuild(int capacity, int least)
    {
        var entries = new Entry[capacity];
        Count = 0;
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            if (entry.Proposals >= least)
            {
                Find(entries, entry.Hash) = entry;
                Count++;
            }
        }

        _entries = entries;
    }

    private struct Entry
    {
        public ulong Hash;
        public int Proposals;
        public int LastProposal;
    }
}
