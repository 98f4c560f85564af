using ProposalSearch.Engine.Packing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Packing;

public sealed class ScoreKernelTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 20), 63, 64, 65, 127, 128];

    [Fact]
    public void Bm25_AnyNumberOfPostings_EqualsThePlainLoopBitForBit()
    {
        foreach (var count in Lengths)
        {
            var random = new Random(count);
            var documents = PackingDuel.Documents(random, count);
            var frequencies = PackingDuel.Numbers(random, count + 1, 1 + random.Next(30)).AsSpan(0, count).ToArray();
            var norms = Enumerable.Range(0, 4096).Select(_ => random.NextSingle() * 3).ToArray();
            var weight = random.NextSingle() * 10;
            var scores = new float[count];
            ScoreKernel.Bm25(documents, frequencies, norms, weight, scores);

            for (var i = 0; i < count; i++)
            {
                var expected = weight - weight / (1f + frequencies[i] * norms[documents[i]]);
                Assert.True(expected == scores[i], $"{count} postings, seed {count}, posting {i}: {scores[i]:R}, expected {expected:R}");
            }
        }
    }

    [Fact]
    public void Bm25_GreaterFrequencyOrShorterDocument_NeverScoresLess()
    {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            float weight = random.NextSingle() * 20, norm = random.NextSingle() * 2;
            var frequency = (uint)random.Next(1, 70_000);
            float shorter = norm * (1 + random.NextSingle() / 1000);
            var scores = new float[3];
            ScoreKernel.Bm25([0, 1, 2], [frequency, frequency + 1, frequency], [norm, norm, shorter], weight, scores);

            Assert.True(scores[1] >= scores[0] && scores[2] >= scores[0] && scores[1] <= weight,
                $"round {round}: weight {weight:R}, frequency {frequency}, norm {norm:R} and {shorter:R} gave {string.Join(", ", scores)}");
        }
    }

    [Fact]
    public void Add_TwoTerms_SumsByDocumentAndTellsTheGroups()
    {
        foreach (var count in Lengths)
        {
            var random = new Random(count);
            var (start, sums, expected) = (random.Next(1000) * 64, new float[4096], new float[4096]);
            ulong touched = 0, groups = 0;
            for (var term = 0; term < 2; term++)
            {
                var documents = PackingDuel.Documents(random, count).Select(document => start + document).ToArray();
                var scores = documents.Select(_ => random.NextSingle()).ToArray();
                touched |= ScoreKernel.Add(documents, scores, start, sums);
                for (var i = 0; i < count; i++)
                {
                    expected[documents[i] - start] += scores[i];
                    groups |= 1UL << ((documents[i] - start) / 64);
                }
            }

            Assert.True(expected.SequenceEqual(sums), $"{count} postings, seed {count}");
            Assert.Equal(groups, touched);
        }
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
