using ProposalSearch.Search;
using ProposalSearch.Search.Language;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Words: which proposals have them, how many of them are needed, and what the answer says of it.</summary>
public abstract partial class SearchBackendConformance
{
    [Fact]
    public async Task Words_InEveryPlainForm_AreFoundWhereTheyStand()
    {
        var index = Corpus();
        var twin = new PlainSearch(ProposalCorpus.Proposals, ProposalCorpus.Metadata);
        foreach (var word in ProposalCorpus.PlainWords)
        {
            var expected = twin.Match([word], []).Select(proposal => proposal.Id).Order(StringComparer.Ordinal);
            Assert.Equal(expected, await Found(index, word));
        }
    }

    [Theory]
    [InlineData("colleges")]
    [InlineData("COLLEGE")]
    [InlineData("Collège")]
    [InlineData("college's")]
    [InlineData(" college, ")]
    public async Task Words_InAnotherForm_AreFoundAllTheSame(string text) =>
        Assert.Equal(["2013/tutors", "2015/college-bus"], await Found(Corpus(), text));

    [Theory]
    [InlineData("cafe", "2015/cafe")]
    [InlineData("elan", "2015/cafe,2015/choir")]
    [InlineData("creme brulee", "2015/cafe")]
    [InlineData("ABACO", "undated/ábaco")]
    [InlineData("jardin", "undated/ábaco")]
    [InlineData("日本語", "2015/cafe")]
    [InlineData("בית", "2015/cafe")]
    [InlineData("مدرسة", "2015/cafe")]
    public async Task Words_OfOtherLanguages_AreFoundWithAndWithoutAccents(string text, string ids) =>
        Assert.Equal(ids.Split(','), await Found(Corpus(), text));

    [Theory]
    [InlineData("spoke", "2013/bicycles")]
    [InlineData("mural", "2013/mural")]
    public async Task Words_OfTitleAndOrganization_AreFound(string text, string id) => Assert.Equal([id], await Found(Corpus(), text));

    [Fact]
    public async Task Words_OfTheSummary_AreFoundOnceWhereAnAnswerRepeatsIt()
    {
        const string Text = "A lighthouse for the harbor.";
        var index = Index(
            Some.Proposal("once", Text),
            Some.Proposal("twice", Text) with { Summary = Text },
            Some.Proposal("summary") with { Summary = Text });
        var response = await Search(index, "lighthouse");

        Assert.Equal(3, response.Total);
        Assert.All(response.Hits, hit => Assert.Single(hit.Snippets));
        Assert.Equal(response.Hits.Single(hit => hit.Id == "once").Score, response.Hits.Single(hit => hit.Id == "twice").Score);
    }

    [Fact]
    public async Task Match_Auto_TakesAllWordsWhereSomethingHasThem()
    {
        var response = await Search(Corpus(), "river public");

        Assert.Equal(["2013/swim"], Ids(response));
        Assert.False(response.Query.Relaxed);
        Assert.Equal("river AND public", response.Query.Interpreted);
        Assert.Empty(response.Hits[0].MissingWords);
    }

    [Fact]
    public async Task Match_AutoWithNothingThatHasAllWords_TakesAnyAndSaysSo()
    {
        var response = await Search(Corpus(), "bicycle horn nowhere");

        Assert.True(response.Query.Relaxed);
        Assert.Equal("bicycle OR horn OR nowhere", response.Query.Interpreted);
        Assert.Equal(["2013/bicycles", "2014/band", "2016/music-bus"], Ids(response).Order(StringComparer.Ordinal));
        Assert.Equal(["horn", "nowhere"], response.Hits.Single(hit => hit.Id == "2013/bicycles").MissingWords);
        Assert.Equal(["bicycle", "nowhere"], response.Hits.Single(hit => hit.Id == "2014/band").MissingWords);
    }

    [Fact]
    public async Task Match_AutoRelaxed_KeepsFiltersAndExclusions()
    {
        var response = await Search(Corpus(), "bicycle horn nowhere -lend category:create");

        Assert.True(response.Query.Relaxed);
        Assert.Equal(["2016/music-bus"], Ids(response));
    }

    [Fact]
    public async Task Match_AutoThatOnlyAFilterEmpties_IsNotRelaxed()
    {
        var response = await Search(Corpus(), new SearchRequest { Text = "river public", Filters = [Having("category", "learn")] });

        Assert.False(response.Query.Relaxed);
        Assert.Equal(0, response.Total);
        Assert.Equal(1, response.UnfilteredTotal);
    }

    [Fact]
    public async Task Match_AutoWithOneUnknownWord_FindsNothingAndIsNotRelaxed()
    {
        var response = await Search(Corpus(), "nowhere");

        Assert.Equal(0, response.Total);
        Assert.False(response.Query.Relaxed);
    }

    [Fact]
    public async Task Match_All_NeverTakesLess()
    {
        var response = await Search(Corpus(), new SearchRequest { Text = "bicycle horn nowhere", Match = MatchMode.All });

        Assert.Equal(0, response.Total);
        Assert.False(response.Query.Relaxed);
        Assert.Equal("bicycle AND horn AND nowhere", response.Query.Interpreted);
    }

    [Theory]
    [InlineData("\"los angles\"", "\"los angeles\"")]
    [InlineData("\"lso angeles county\"", "\"los angeles county\"")]
    [InlineData("\"angeles los\"", null)]
    [InlineData("\"los angeles\"", null)]
    public async Task DidYouMean_OfAPhrase_IsOneThatStandsSo(string text, string? expected)
    {
        var index = Index(
            Some.Proposal("a", "the county of los angeles"),
            Some.Proposal("b", "los angeles county"),
            Some.Proposal("c", "angles of the streets in los feliz"));
        var response = await Search(index, text);

        Assert.Equal(expected, response.DidYouMean);
        Assert.True(expected is null || (await Search(index, expected)).Total > 0);
    }

    [Fact]
    public async Task Match_Any_TakesAnyAndNamesWhatIsMissing()
    {
        var response = await Search(Corpus(), new SearchRequest { Text = "bicycle horn", Match = MatchMode.Any });

        Assert.Equal(["2013/bicycles", "2014/band", "2016/music-bus"], Ids(response).Order(StringComparer.Ordinal));
        Assert.False(response.Query.Relaxed);
        Assert.Equal("bicycle OR horn", response.Query.Interpreted);
        Assert.Equal(["horn"], response.Hits.Single(hit => hit.Id == "2013/bicycles").MissingWords);
    }

    [Fact]
    public async Task Match_Any_PutsProposalsWithMoreOfTheWordsFirst()
    {
        var index = Index(Some.Proposal("a", "cedar"), Some.Proposal("b", "maple"), Some.Proposal("c", "cedar maple"));

        Assert.Equal("c", (await Ids(index, new SearchRequest { Text = "cedar maple", Match = MatchMode.Any }))[0]);
    }

    [Theory]
    [InlineData("music free", "2014/band,2016/music-bus")]
    [InlineData("music -free", "2015/choir")]
    [InlineData("music NOT bus", "2014/band,2015/choir")]
    [InlineData("bicycle OR mural", "2013/bicycles,2013/mural")]
    [InlineData("music (free OR steps) -horn", "2015/choir")]
    [InlineData("title:music", "2016/music-bus")]
    [InlineData("organization:green garden", "2014/farm,2016/garden")]
    [InlineData("poverty year:2014", "2014/clinic,2014/poverty")]
    [InlineData("poverty year:2014..2015 -category:live", "2014/poverty,2015/rent")]
    [InlineData("poverty category:~missing", "2015/rent")]
    [InlineData("area:\"south la\" college", "2015/college-bus")]
    public async Task Operators_OfTheLanguage_NarrowAndWiden(string text, string ids) =>
        Assert.Equal(ids.Split(',').Order(StringComparer.Ordinal), await Found(Corpus(), text));

    [Fact]
    public async Task Exclusions_Only_FindAllOthers()
    {
        var index = Corpus();
        var others = ProposalCorpus.Proposals.Where(proposal => !PlainSearch.Words(proposal).Overlaps(["music", "river", "poverty"]));

        Assert.Equal(others.Select(proposal => proposal.Id).Order(StringComparer.Ordinal), await Found(index, "-music -river NOT poverty"));
    }

    [Theory]
    [InlineData(MatchMode.All)]
    [InlineData(MatchMode.Any)]
    public async Task Operators_OfRandomQueries_FindWhatAPlainReaderFinds(MatchMode match)
    {
        var index = Corpus();
        for (var seed = 1; seed <= 600; seed++)
        {
            var text = RandomQuery.Text(new Random(seed));
            var root = RandomQuery.Read(text, match);
            var expected = ProposalCorpus.Proposals
                .Where(proposal => root is null || PlainQuery.Matches(root, proposal)).Select(proposal => proposal.Id);
            var response = await Search(index, new SearchRequest { Text = text, Match = match, PerPage = 100, Exact = true });
            var found = Ids(response);

            Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal)),
                $"seed {seed}: {text}: {string.Join(", ", found)}");
            Assert.Equal(QueryText.Print(root), response.Query.Interpreted);
        }
    }

    [Fact]
    public async Task StopWords_BesideOthers_AreIgnoredAndReported()
    {
        var response = await Search(Corpus(), "the poverty of the");

        Assert.Equal(await Found(Corpus(), "poverty"), Ids(response).Order(StringComparer.Ordinal));
        Assert.Equal(["the", "of"], response.Query.Ignored);
        Assert.Equal("poverty", response.Query.Interpreted);
    }

    [Fact]
    public async Task StopWords_Excluded_AreIgnoredToo()
    {
        var response = await Search(Corpus(), "poverty -the");

        Assert.Equal(await Found(Corpus(), "poverty"), Ids(response).Order(StringComparer.Ordinal));
        Assert.Equal(["the"], response.Query.Ignored);
    }

    [Fact]
    public async Task StopWords_Only_AreSearchedForExactly()
    {
        var index = Index(Some.Proposal("a", "to be or not to be"), Some.Proposal("b", "be it so"),
            Some.Proposal("c", "nothing of the kind"));
        var response = await Search(index, "to be");

        Assert.Equal(["a"], Ids(response));
        Assert.Empty(response.Query.Ignored);
        Assert.Equal(["c"], await Ids(index, "the"));
    }

    [Fact]
    public async Task Words_OfSeveralParts_AreFoundSideBySideOnly()
    {
        var index = Index(Some.Proposal("a", "A member-to-member loan."), Some.Proposal("b", "member to member"),
            Some.Proposal("c", "A loan to a member, member of a club."));

        Assert.Equal(["a", "b"], await Found(index, "member-to-member"));
    }

    [Fact]
    public async Task Words_WithNothingToSearchForInThem_AreIgnoredAndReported()
    {
        var response = await Search(Corpus(), "poverty ☂☂");

        Assert.Equal(await Found(Corpus(), "poverty"), Ids(response).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("povrety", "poverty")]
    [InlineData("Povrety, and colege", "Poverty, and college")]
    [InlineData("\"garden\" neigborhood", "\"garden\" neighborhood")]
    [InlineData("poverty", null)]
    [InlineData("poverty -colege", null)]
    [InlineData("xqzjkw", null)]
    [InlineData("category:lern", null)]
    [InlineData("", null)]
    public async Task DidYouMean_WhereNothingHasAllWords_IsASpellingThatHasHits(string text, string? expected)
    {
        var index = Corpus();
        var response = await Search(index, new SearchRequest { Text = text, Exact = true });

        Assert.Equal(expected, response.DidYouMean);
        if (expected is not null)
        {
            Assert.NotEqual(0, (await Search(index, new SearchRequest { Text = expected, Match = MatchMode.All })).Total);
        }
    }

    [Theory]
    [InlineData("title:povrety", "title:poverty")]
    [InlineData("povrety category:learn", "poverty category:learn")]
    [InlineData("category:learn AND title:povrety", "category:learn AND title:poverty")]
    [InlineData("povrety -river", "poverty -river")]
    [InlineData("povrety -rivr", "poverty -rivr")]
    [InlineData("need:povrety", "need:poverty")]
    public async Task DidYouMean_OfAWordWithinAQuery_LeavesTheRestAsItWasTyped(string text, string expected)
    {
        var response = await Search(Corpus(), new SearchRequest { Text = text, Exact = true });

        Assert.Equal((0, expected), (response.Total, response.DidYouMean));
        Assert.Equal(["povrety → poverty"], response.Query.Corrections);
        Assert.True((await Search(Corpus(), expected)).Total > 0);
    }

    [Fact]
    public async Task Corrections_WhereNothingIsCorrected_AreNone()
    {
        Assert.Empty((await Search(Corpus(), "poverty")).Query.Corrections);
        Assert.Empty((await Search(Corpus(), "xqzwv")).Query.Corrections);
    }

    [Fact]
    public async Task EmptyQuery_FindsAllNewestFirst()
    {
        var response = await Search(Corpus(), "");
        var expected = ProposalCorpus.Proposals
            .OrderByDescending(proposal => proposal.Year ?? int.MinValue).ThenBy(proposal => proposal.Id, StringComparer.Ordinal);

        Assert.Equal(expected.Select(proposal => proposal.Id), Ids(response));
        Assert.All(response.Hits, hit => Assert.Equal(0, hit.Score));
        Assert.All(response.Hits, hit => Assert.Empty(hit.TitleMatches));
        Assert.Equal("", response.Query.Interpreted);
    }

    [Fact]
    public async Task Text_OfAnyKind_NeverFails()
    {
        var index = Corpus();
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(40))
                .Select(_ => random.Next(3) == 0 ? "\"()+-*?~|:. "[random.Next(12)] : (char)random.Next(0x10000)));
            foreach (var match in Enum.GetValues<MatchMode>())
            {
                var response = await Search(index, new SearchRequest { Text = text, Match = match });
                Assert.True(response.Total + response.PartialTotal >= response.Hits.Count, $"seed {seed}");
                Assert.Equal(text, response.Query.Text);
            }
        }
    }

    [Theory]
    [InlineData("AND")]
    [InlineData("OR")]
    [InlineData("\"\"")]
    [InlineData("((")]
    [InlineData("*")]
    [InlineData("~")]
    [InlineData("in:")]
    [InlineData("\0")]
    public async Task Text_OfSignsOnly_Answers(string text) => Assert.NotNull(await Search(Corpus(), text));

    [Fact]
    public async Task Text_OfTenThousandCharacters_AnswersWithAWarning()
    {
        var response = await Search(Corpus(), new string('x', 10_000));

        Assert.Equal(0, response.Total);
        Assert.NotEmpty(response.Warnings);
    }

    [Fact]
    public async Task Answers_OfAnyLength_AreFoundToTheirEnd()
    {
        var filler = string.Join(' ', Enumerable.Range(0, 30_000).Select(number => $"word{number % 977}"));
        var index = Index(Some.Proposal("long", filler + " zanzibar"));

        Assert.Equal(["long"], await Ids(index, "zanzibar"));
        Assert.Contains("zanzibar", (await Search(index, "zanzibar")).Hits[0].Snippets[0].Text, StringComparison.Ordinal);
    }
}
