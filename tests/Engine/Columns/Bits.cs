namespace ProposalSearch.Engine.Tests.Columns;

/// <summary>Random bitsets and the documents in them.</summary>
internal static class Bits
{
    /// <summary>Each bit set with a probability that differs from stretch to stretch, from none over few to all.</summary>
    public static ulong[] Random(Random random, int count)
    {
        var bits = new ulong[(count + 63) / 64];
        var share = 0.0;
        for (var i = 0; i < count; i++)
        {
            if (i % 64 == 0)
            {
                share = random.Next(4) switch { 0 => 0, 1 => 0.05, 2 => random.NextDouble(), _ => 1 };
            }

            if (random.NextDouble() < share)
            {
                bits[i / 64] |= 1UL << (i % 64);
            }
        }

        return bits;
    }

    public static bool Has(ulong[] bits, int i) => (bits[i / 64] >> (i % 64) & 1) != 0;
}
