namespace ProposalSearch.Foundation.Bytes;

/// <summary>
/// Hashes of 64 bits that are the same on every machine and in every run: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo, 1991), over UTF-16
/// units instead of bytes. Quick for short texts; the high bits mix little, so that what sorts or divides by them mixes once more
/// (<see cref="Mix"/>). No help against an attacker.
/// </summary>
public static class Fnv1a
{
    /// <summary>The hash of nothing.</summary>
    public const ulong Start = 0xCBF29CE484222325;

    /// <summary>What each step multiplies with.</summary>
    public const ulong Prime = 0x100000001B3;

    /// <summary>The hash of what <paramref name="hash"/> stands for, and one more unit after it.</summary>
    public static ulong Add(ulong hash, ulong unit) => (hash ^ unit) * Prime;

    /// <summary>The hash of a word without regard to capitals.</summary>
    public static ulong OfLowerCase(ReadOnlySpan<char> word)
    {
        var hash = Start;
        foreach (var unit in word)
        {
            hash = Add(hash, char.ToLowerInvariant(unit));
        }

        return hash;
    }

    /// <summary>The finalizer of MurmurHash3 (A. Appleby): each bit of the result depends on each bit.</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
