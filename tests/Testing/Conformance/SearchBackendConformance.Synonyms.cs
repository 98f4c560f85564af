using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Words that mean the same are found too, count less, are told of, and can be refused.</summary>
public abstract partial class SearchBackendConformance
{
    private static readonly IndexMetadata WithSynonyms = Some.Metadata with
    {
        Synonyms =
        [
            new("\"seniors\"", ["elderly", "older adults"]), new("elderly", ["\"seniors\"", "older adults"]),
            new("older adults", ["\"seniors\"", "elderly"]), new("laptop", ["computer"]), new("people of color", ["BIPOC"]),
        ],
    };

    private ProposalIndex SynonymIndex() => Index(
        WithSynonyms,
        [
            Some.Proposal("adults", "classes for older adults in the park"),
            Some.Proposal("computer", "a computer for each child"),
            Some.Proposal("elderly", "classes for the elderly in the park"),
            Some.Proposal("laptop", "a laptop for each child"),
            Some.Proposal("other", "senior staff, and adults who are no older than others"),
            Some.Proposal("seniors", "classes for seniors in the park"),
            Some.Proposal("young", "classes for the young in the park"),
        ]);

    [Theory]
    [InlineData("seniors", "adults elderly other seniors")]
    [InlineData("elderly", "adults elderly seniors")]
    [InlineData("older adults", "adults elderly other seniors")]
    [InlineData("Older Adults park", "adults elderly seniors")]
    [InlineData("senior", "other seniors")]
    [InlineData("laptop", "computer laptop")]
    [InlineData("laptops", "computer laptop")]
    [InlineData("computer", "computer")]
    [InlineData("\"seniors\"", "seniors")]
    [InlineData("classes -elderly", "adults seniors young")]
    [InlineData("seniors -elderly", "adults other seniors")]
    [InlineData("title:seniors", "")]
    public async Task Synonyms_OfAWord_AreFoundToo(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', await Found(SynonymIndex(), text)));

    [Fact]
    public async Task Synonyms_OfAWord_StandBehindIt()
    {
        var hits = (await Search(SynonymIndex(), "seniors")).Hits;

        Assert.Equal("seniors", hits[0].Id);
        Assert.True(hits[0].Score > hits[1].Score * 1.2, $"{hits[0].Score} {hits[1].Score}");
    }

    [Fact]
    public async Task Synonyms_ThatWereUsed_AreTold()
    {
        var told = (await Search(SynonymIndex(), "classes for older adults with a laptop")).Query.Synonyms;

        Assert.Equal(
            ["older adults: seniors, elderly", "laptop: computer"],
            told.Select(word => $"{word.Word}: {string.Join(", ", word.Also)}"));
        Assert.Empty((await Search(SynonymIndex(), "people of color")).Query.Synonyms);
        Assert.Empty((await Search(SynonymIndex(), "\"seniors\" park")).Query.Synonyms);
    }

    [Fact]
    public async Task Synonyms_OfAnExactRequest_AreLeftOut()
    {
        var response = await Search(SynonymIndex(), new SearchRequest { Text = "seniors", Exact = true });

        Assert.Equal(["other", "seniors"], Ids(response).Order(StringComparer.Ordinal));
        Assert.Empty(response.Query.Synonyms);
    }

    [Fact]
    public async Task Synonyms_ThatWereFound_AreMarkedAndExplainedAndNotMissing()
    {
        var response = await Search(
            SynonymIndex(), new SearchRequest { Text = "seniors unheard park", Match = MatchMode.Any, Explain = true });
        var hit = response.Hits.Single(found => found.Id == "elderly");

        Assert.Equal(["unheard"], hit.MissingWords);
        var snippet = hit.Snippets[0];
        Assert.Equal(["elderly", "park"], snippet.Matches.Select(match => snippet.Text.Substring(match.Start, match.Length)));
        Assert.Contains(Flat(hit.Explanation!), part => part.Description.Contains("elderli", StringComparison.Ordinal));
        Assert.Equal(["seniors", "unheard"], response.Hits.Single(found => found.Id == "young").MissingWords);
    }

    [Fact]
    public async Task Partial_MatchWithASynonym_StandsBeforeOneWithout()
    {
        var index = Index(
            WithSynonyms,
            [
                Some.Proposal("both", "gardening for seniors"),
                Some.Proposal("elderly", "gardening, and a very long list of other things that are done for and with the elderly"),
                Some.Proposal("plain", "gardening gardening gardening"),
            ]);
        var response = await Search(index, new SearchRequest { Text = "gardening seniors", Exact = true });
        Assert.Equal(["both", "plain", "elderly"], response.Hits.Select(hit => hit.Id));

        response = await Search(index, "gardening seniors");
        Assert.Equal(["both", "elderly", "plain"], response.Hits.Select(hit => hit.Id));
        Assert.Equal([false, false, true], response.Hits.Select(hit => hit.Partial));
        Assert.Equal(["seniors"], response.Hits[2].MissingWords);
    }

    [Fact]
    public async Task Synonyms_OfAStopWordAndAHyphen_AreThoseOfTheirWords()
    {
        var index = Index(WithSynonyms, [Some.Proposal("a", "led by BIPOC women"), Some.Proposal("b", "paper of any color")]);

        Assert.Equal(["a"], await Ids(index, "people of color"));
        Assert.Equal(["a"], await Ids(index, "people-of-color"));
    }

    private static IEnumerable<ScoreExplanation> Flat(ScoreExplanation part) => part.Details.SelectMany(Flat).Prepend(part);
}
