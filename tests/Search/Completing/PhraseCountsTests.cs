using ProposalSearch.Search.Completing;
using Xunit;

namespace ProposalSearch.Search.Tests.Completing;

public sealed class PhraseCountsTests
{
    [Theory]
    [InlineData(1, 50)]
    [InlineData(2, 40_000)]
    public void CountIn_PhrasesOfManyProposals_CountsWhatADictionaryDoes(int seed, int phrases)
    {
        var random = new Random(seed);
        // Hashes that agree in their lower bits meet in the table.
        var hashes = Enumerable.Range(0, phrases).Select(i => i % 3 == 0 ? (ulong)i << 40 : (ulong)random.NextInt64()).ToArray();
        var (counts, plain) = (new PhraseCounts(), new Dictionary<ulong, HashSet<int>>());
        for (var proposal = 1; proposal <= 200; proposal++)
        {
            for (var i = 0; i < 500; i++)
            {
                var hash = hashes[random.Next(phrases)];
                if (!plain.TryGetValue(hash, out var proposals))
                {
                    plain[hash] = proposals = [];
                }

                var isNew = proposals.Add(proposal);
                Assert.Equal(isNew ? proposals.Count : 0, counts.CountIn(hash, proposal));
            }
        }

        Assert.Equal(plain.Count, counts.Count);
        Assert.All(hashes, hash => Assert.Equal(plain.GetValueOrDefault(hash)?.Count ?? 0, counts.Of(hash)));
    }

    [Fact]
    public void Forget_RarePhrases_KeepsTheOthers()
    {
        var counts = new PhraseCounts();
        for (var hash = 1UL; hash <= 1000; hash++)
        {
            counts.CountIn(hash, 1);
            if (hash % 2 == 0)
            {
                counts.CountIn(hash, 2);
            }
        }

        counts.Forget(least: 2);

        Assert.Equal(500, counts.Count);
        Assert.Equal((0, 2), (counts.Of(999), counts.Of(1000)));
    }
}
