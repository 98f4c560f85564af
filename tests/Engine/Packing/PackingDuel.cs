using System.Globalization;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Tests.Packing;

/// <summary>
/// Every fast path of <c>Packing/</c> on the same seeded numbers, as one digest: it must not depend on what the processor can do. Run
/// in this process and, through <see cref="TestProgram"/>, in others whose instruction sets are switched off.
/// </summary>
internal static class PackingDuel
{
    /// <summary>The digest of all outputs.</summary>
    public static string Digest()
    {
        var digest = 14695981039346656037UL;
        void Take<T>(IEnumerable<T> values)
        {
            foreach (var value in values)
            {
                digest = (digest ^ (uint)value!.GetHashCode()) * 1099511628211UL;
            }
        }

        for (var seed = 0; seed < 66; seed++)
        {
            var random = new Random(seed);
            Take(Unpacked(random, seed % 33));
            Take(Accumulated(random));
            var sums = Sums(random, seed);
            Take(sums);
            Take([ScoreKernel.Above(sums, 0.5f), ScoreKernel.Above(sums, 0)]);
            Take(Run(random, seed % 33));
            Take(Followed(random, seed * 3));
            Take([ScoreKernel.CountBefore(Documents(random, seed), random.Next(4096))]);
            Take(Rows(random, seed));
        }

        return digest.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>Numbers of a width, the greatest of that width among them.</summary>
    public static uint[] Numbers(Random random, int count, int bits)
    {
        var values = new uint[count];
        var most = bits == 32 ? uint.MaxValue : (1u << bits) - 1;
        foreach (ref var value in values.AsSpan())
        {
            value = (uint)random.NextInt64() & most;
        }

        values[random.Next(count)] = most;
        return values;
    }

    /// <summary>Ascending documents within a window of 4,096.</summary>
    public static int[] Documents(Random random, int count) =>
        [.. Enumerable.Range(0, 4096).OrderBy(_ => random.Next()).Take(count).Order()];

    private static uint[] Rows(Random random, int count)
    {
        var (documents, row, sums) = (Documents(random, count), new uint[count + 1], new int[count + 1]);
        var bits = Enumerable.Range(0, 64).Select(_ => (ulong)random.NextInt64()).ToArray();
        var frequencies = Numbers(random, count + 1, 5).AsSpan(0, count).ToArray();
        var norms = Enumerable.Range(0, 4096).Select(_ => random.NextSingle()).ToArray();
        var kept = RowKernel.FillAbove(documents, frequencies, norms, 4, bits, 0, 9, row);
        var within = new uint[count + 1];
        RowKernel.FillWithin(documents, bits, 0, 9, within);
        PositionKernel.SumBefore(frequencies, sums);
        return [.. row[..kept], .. within, .. sums.Select(sum => (uint)sum)];
    }

    private static uint[] Unpacked(Random random, int bits)
    {
        var packed = new byte[BlockCodec.Bytes(bits)];
        BlockCodec.Pack(Numbers(random, BlockCodec.Size, bits), bits, packed);
        var values = new uint[BlockCodec.Size];
        BlockCodec.Unpack(packed, bits, values);
        return values;
    }

    private static uint[] Accumulated(Random random)
    {
        var gaps = Numbers(random, BlockCodec.Size, 20);
        BlockCodec.Accumulate(gaps, uint.MaxValue);
        return gaps;
    }

    private static float[] Sums(Random random, int count)
    {
        var documents = Documents(random, count);
        var frequencies = Numbers(random, Math.Max(count, 1), 8).Select(value => value + 1).ToArray();
        var norms = Enumerable.Range(0, 4096).Select(_ => random.NextSingle()).ToArray();
        var sums = new float[4096];
        ScoreKernel.AddBm25(documents, frequencies.AsSpan(0, count), norms, 3.25f, 0, sums);
        return sums;
    }

    private static uint[] Run(Random random, int bits)
    {
        var values = Numbers(random, 200, bits);
        var bytes = new byte[BitStream.Bytes(values.Length, bits) + BitStream.Padding];
        BitStream.Append(bytes, 0, values, bits);
        var run = new uint[random.Next(150)];
        BitStream.Read(bytes, random.Next(50), bits, run);
        return run;
    }

    private static uint[] Followed(Random random, int count)
    {
        uint[] Row() => [.. Documents(random, count).Select(value => (uint)value + 100)];
        var (numbers, others) = (Row(), Row());
        var kept = new uint[numbers.Length];
        return kept[..PositionKernel.KeepFollowed(numbers, random.Next(-3, 4), others, kept)];
    }
}
