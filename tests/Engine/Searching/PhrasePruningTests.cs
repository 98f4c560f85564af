using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>Phrases that are in many documents: leaving out what scores too little, window after window, changes no hit.</summary>
public sealed class PhrasePruningTests
{
    private const int Phrases = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Search_PhrasesInManyDocuments_PrunedHitsAreThoseOfAll(int seed)
    {
        var random = new Random(seed);
        using var world = new World(random, seed == 2 ? [3_000, 2_500] : [5_500], longest: 12);
        for (var i = 0; i < Phrases; i++)
        {
            var phrase = Phrase(random);
            var all = world.Snapshot.Search(phrase, new SearchOptions { Top = int.MaxValue }).Hits;
            var pruned = world.Snapshot.Search(phrase, new SearchOptions { Top = 1 + i % 20, Count = false, PruneFrom = 0 }).Hits;

            Assert.True(
                all.Take(1 + i % 20).SequenceEqual(pruned),
                $"phrase {i} of seed {seed}: {QueryText.Of(phrase)}: {string.Join(' ', pruned)}, expected "
                    + $"{string.Join(' ', all.Take(1 + i % 20))}");
        }
    }

    /// <summary>Of frequent words: the vocabulary's first.</summary>
    private static PhraseQuery Phrase(Random random)
    {
        var terms = Enumerable.Range(0, random.Next(2, 4)).Select(place => new PhraseTerm(SmallWorld.Vocabulary[random.Next(8)], place));
        return new PhraseQuery(TermForm.Exact, [.. terms], Slop: 0);
    }
}
