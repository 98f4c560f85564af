using ProposalSearch.Engine.Packing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Packing;

public sealed class ScoreKernelTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 20), 63, 64, 65, 127, 128];

    [Fact]
    public void AddBm25_TwoTerms_EqualsThePlainLoopBitForBit()
    {
        foreach (var count in Lengths)
        {
            var random = new Random(count);
            var (start, sums, expected) = (random.Next(10) * 64, new float[4096], new float[4096]);
            var norms = Enumerable.Range(0, start + 4096).Select(_ => random.NextSingle() * 3).ToArray();
            for (var term = 0; term < 2; term++)
            {
                var documents = PackingDuel.Documents(random, count).Select(document => start + document).ToArray();
                var frequencies = PackingDuel.Numbers(random, count + 1, 1 + random.Next(30)).AsSpan(0, count).ToArray();
                var weight = random.NextSingle() * 10;
                ScoreKernel.AddBm25(documents, frequencies, norms, weight, start, sums);
                for (var i = 0; i < count; i++)
                {
                    expected[documents[i] - start] += weight - weight / (1f + frequencies[i] * norms[documents[i]]);
                }
            }

            Assert.True(expected.SequenceEqual(sums), $"{count} postings, seed {count}");
        }
    }

    [Fact]
    public void AddBm25_GreaterFrequencyOrShorterDocument_NeverScoresLess()
    {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            float weight = random.NextSingle() * 20, norm = random.NextSingle() * 2;
            var frequency = (uint)random.Next(1, 70_000);
            float shorter = norm * (1 + random.NextSingle() / 1000);
            var scores = new float[8];
            ScoreKernel.AddBm25(
                [0, 1, 2, 3, 4, 5, 6, 7], [frequency, frequency + 1, frequency, 1, 1, 1, 1, 1], [norm, norm, shorter, 1, 1, 1, 1, 1],
                weight, 0, scores);

            Assert.True(scores[1] >= scores[0] && scores[2] >= scores[0] && scores[1] <= weight,
                $"round {round}: weight {weight:R}, frequency {frequency}, norm {norm:R} and {shorter:R} gave {string.Join(", ", scores)}");
        }
    }

    [Fact]
    public void CountBefore_AnyTarget_EqualsThePlainCount()
    {
        foreach (var count in Lengths)
        {
            var random = new Random(count);
            var documents = PackingDuel.Documents(random, count);
            foreach (var target in documents.Append(-1).Append(4096).Concat(Enumerable.Range(0, 20).Select(_ => random.Next(4096))))
            {
                Assert.True(
                    documents.Count(document => document < target) == ScoreKernel.CountBefore(documents, target),
                    $"{count} documents, seed {count}, target {target}");
            }
        }
    }

    [Fact]
    public void Greatest_Bytes_IsTheGreatestAndZeroOfNone()
    {
        Assert.Equal(0, ScoreKernel.Greatest([]));
        Assert.Equal(200, ScoreKernel.Greatest([3, 200, 7]));
    }

    [Fact]
    public void Above_Limit_TellsTheStrictlyGreater()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var sums = Enumerable.Range(0, 64).Select(_ => random.Next(5) * 0.25f).ToArray();
            foreach (var limit in new[] { 0, 0.25f, 0.5f, 2f, float.NegativeInfinity, float.PositiveInfinity })
            {
                var expected = Enumerable.Range(0, 64).Where(i => sums[i] > limit).Aggregate(0UL, (bits, i) => bits | 1UL << i);
                Assert.True(expected == ScoreKernel.Above(sums, limit), $"limit {limit}, seed {seed}");
            }
        }
    }

    [Fact]
    public void Mark_Documents_SetsTheirBitsAndLeavesTheOthers()
    {
        foreach (var count in Lengths)
        {
            var random = new Random(count);
            var start = random.Next(1000) * 64;
            var documents = PackingDuel.Documents(random, count).Select(document => start + document).ToArray();
            var bits = new ulong[64];
            bits[3] = 0xF0F0;
            var expected = bits.ToArray();
            ScoreKernel.Mark(documents, start, bits);
            foreach (var document in documents)
            {
                expected[(document - start) / 64] |= 1UL << ((document - start) % 64);
            }

            Assert.True(expected.SequenceEqual(bits), $"{count} documents, seed {count}");
            Assert.Equal(expected.Sum(word => (long)ulong.PopCount(word)), ScoreKernel.Count(bits));
        }
    }
}
