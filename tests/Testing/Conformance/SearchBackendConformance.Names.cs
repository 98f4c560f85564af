using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Whoever types the whole name of something finds it first: a title, an organization, an id.</summary>
public abstract partial class SearchBackendConformance
{
    private static readonly string Often = string.Join(' ', Enumerable.Repeat("pathway pathways heal city who mobility", 20));

    [Theory]
    [InlineData("The Pathway", "pathway")]
    [InlineData("the pathway!", "pathway")]
    [InlineData("\"The Pathway\"", "pathway")]
    [InlineData("Mobility", "mobility")]
    [InlineData("Are you the who", "who")]
    [InlineData("To be", "stop")]
    [InlineData("heal this city", "heal")]
    public async Task Names_OfTitles_FindTheProposalFirst(string text, string id)
    {
        var index = Index(
            Some.Proposal("a", Often, "are you to be the who") with { Title = "To be the pathway of mobility: who will heal this city" },
            Some.Proposal("heal", "A clinic.") with { Title = "Heal This City" },
            Some.Proposal("mobility", "Buses and bicycles for all.") with { Title = "Mobility" },
            Some.Proposal("pathway", "Tutors.") with { Title = "The Pathway" },
            Some.Proposal("stop", "Chess.") with { Title = "To Be" },
            Some.Proposal("who", "Portraits.") with { Title = "Are You the Who?" });
        var hits = (await Search(index, text)).Hits;

        Assert.Equal(id, hits[0].Id);
    }

    [Fact]
    public async Task Names_OfTwins_FindAllOfThemFirst()
    {
        var index = Index(
            Some.Proposal("a", Often),
            Some.Proposal("twin1", "One.") with { Title = "Heal the city" },
            Some.Proposal("twin2", "Two, with more to say.") with { Title = "Heal the City" },
            Some.Proposal("z", Often));

        Assert.Equal(["twin1", "twin2"], (await Ids(index, "heal the city")).Take(2).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Names_OfAnOrganization_FindItsProposalsFirst()
    {
        var index = Index(
            Some.Proposal("a", Often + " Heal the City Heal the City"),
            Some.Proposal("own1", "One.") with { Organization = "Heal the City" },
            Some.Proposal("own2", "Two.") with { Organization = "Heal the City" },
            Some.Proposal("titled", "Three.") with { Title = "Heal the City" });

        Assert.Equal(["titled", "own1", "own2", "a"], await Ids(index, "heal the city"));
    }

    [Fact]
    public async Task Names_OfAnId_FindTheProposalFirst()
    {
        var index = Index(
            Some.Proposal("2014/heal-city", "One."), Some.Proposal("2015/heal-city", "2014 heal city " + Often));

        Assert.Equal("2014/heal-city", (await Ids(index, "2014/heal-city"))[0]);
    }

    [Fact]
    public async Task Names_OfTitlesWithASignAmongTheirWords_AreFoundThoughTheirWordsAreReadOtherwise()
    {
        var index = Index(
            Some.Proposal("all", "network and nature, and the identification of green spaces"),
            Some.Proposal("titled", "Maps.") with { Title = "Network and Nature:Identification of Green Spaces" });

        Assert.Equal("titled", (await Ids(index, "Network and Nature:Identification of Green Spaces"))[0]);
    }

    [Fact]
    public async Task Names_OfTitlesThatDifferByASign_FindTheOneTyped()
    {
        var index = Index(
            Some.Proposal("a") with { Title = "College +" }, Some.Proposal("b", "More to say.") with { Title = "College" });

        Assert.Equal(["b", "a"], await Ids(index, "college"));
        Assert.Equal(["a", "b"], await Ids(index, "college +"));
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Names_OfAllTitlesOfTheRealArchive_FindThemFirst()
    {
        var location = NewLocation();
        var archive = SharedCorpus.Path("corpora", "la2050-archive")!;
        BlockingCalls.RunPipeline(new(archive, location, null), CreateBackend(), TimeProvider.System);
        var index = Open(CreateBackend(), location);
        var titles = new List<string>();
        await foreach (var hit in index.StreamAsync(new SearchRequest()))
        {
            titles.Add(hit.Title);
        }

        Assert.True(titles.Count > 1_000);
        var others = new List<string>();
        foreach (var title in titles)
        {
            var hits = (await Search(index, new SearchRequest { Text = title, PerPage = 1, Snippets = 0, Facets = [] })).Hits;
            if (hits.Count == 0 || !string.Equals(hits[0].Title, title, StringComparison.OrdinalIgnoreCase))
            {
                others.Add($"{title} -> {(hits.Count == 0 ? "nothing" : hits[0].Title)}");
            }
        }

        Assert.True(others.Count == 0, $"{others.Count} of {titles.Count}:\n{string.Join('\n', others)}");
    }
}
