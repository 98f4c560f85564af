using ProposalSearch.Search.Synonyms;
using Xunit;

namespace ProposalSearch.Search.Tests;

public sealed class SynonymCandidatesTests
{
    private static readonly HashSet<string> Known = ["elderly", "seniors", "bread", "bus", "rare"];

    [Fact]
    public void Alike_WordsBetweenTheSameWords_AreLikerThanOthers()
    {
        var places = new WordPlaces();
        foreach (var word in new[] { "elderly", "seniors" })
        {
            places.Add(["", "lonely", word, "people", "", "frail", word, "neighbors", "", "visit", word, "daily", ""], Known);
        }

        places.Add(["", "bake", "bread", "daily", "", "visit", "bread", "daily", "", "the", "bus", "stops", ""], Known);
        var alike = places.Alike(least: 1, most: 50).OrderByDescending(pair => pair.Likeness).ToList();

        Assert.Equal(("elderly", "seniors"), (alike[0].One, alike[0].Other));
        Assert.True(alike[0].Likeness > 0.9, $"{alike[0].Likeness}");
        Assert.All(alike.Skip(1), pair => Assert.True(pair.Likeness < 0.5, $"{pair}"));
        Assert.Equal(["frail _ neighbors", "lonely _ people"], places.Shared("elderly", "seniors", 2));
        Assert.Equal("elderly", Assert.Single(places.Alike(least: 3, most: 50)).One);
    }
}
