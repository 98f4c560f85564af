using System.Net;
using System.Text;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

[Collection(HostCollection.Name)]
public sealed class SearchEndpointTests(HostFixture fixture)
{
    [Fact]
    public async Task Get_Word_FindsItUnderItsQuestion()
    {
        var answer = await AnswerAsync("/v1/search?q=poverty&matches=true");

        Assert.Equal(2, answer.GetProperty("total").GetInt64());
        var hit = answer.GetProperty("hits")[0];
        Assert.Equal("2015/lift-la", hit.GetProperty("id").GetString());
        Assert.Equal("/proposals/2015/lift-la", hit.GetProperty("url").GetString());
        var snippet = hit.GetProperty("snippets").EnumerateArray().First(one => one.GetProperty("question_id").GetString() == "evaluation");
        Assert.Equal("How will you measure success?", snippet.GetProperty("question").GetString());
        Assert.Equal("/proposals/2015/lift-la#answer-2", snippet.GetProperty("url").GetString());
        Assert.Equal(
            "We count the families who leave <mark>poverty</mark> behind &amp; stay out.", snippet.GetProperty("html").GetString());
        var match = snippet.GetProperty("matches")[0];
        var (start, length) = (match.GetProperty("start").GetInt32(), match.GetProperty("length").GetInt32());
        Assert.Equal("poverty", snippet.GetProperty("text").GetString()!.Substring(start, length));
    }

    [Fact]
    public async Task Get_Nothing_BrowsesAllWithFacets()
    {
        var answer = await AnswerAsync("/v1/search");

        Assert.Equal(SampleArchive.Proposals.Count, answer.GetProperty("total").GetInt64());
        Assert.Equal(10, answer.GetProperty("hits").GetArrayLength());
        Assert.Equal(
            ["year", "category", "area", "sort"],
            answer.GetProperty("facets").EnumerateArray().Select(facet => facet.GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("keywords=poverty")]
    [InlineData("tags=poverty")]
    [InlineData("q=families&keywords=poverty")]
    public async Task Get_OlderNamesOfTheQuery_MeanTheSame(string query)
    {
        var answer = await AnswerAsync("/v1/search?" + query);

        Assert.Equal(2, answer.GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Get_BestBets_AreApartFromTheHits()
    {
        var answer = await AnswerAsync("/v1/search?q=plain+help&match=any&fields=id");
        var bet = answer.GetProperty("best_bets")[0];

        Assert.Equal("See <our> guide", bet.GetProperty("text").GetString());
        Assert.Equal("""[{"id":"2015/lift-la"},{"id":"2013/plain-03"}]""", bet.GetProperty("hits").GetRawText());
        Assert.Equal(10, answer.GetProperty("hits").GetArrayLength() + 1);
        Assert.Equal(0, (await AnswerAsync("/v1/search?q=plain")).GetProperty("best_bets").GetArrayLength());
    }

    [Fact]
    public async Task Get_Synonyms_AreNamedWithTheirWord()
    {
        var query = (await AnswerAsync("/v1/search?q=telephone")).GetProperty("query");

        Assert.Equal("""[{"word":"telephone","also":["phone"]}]""", query.GetProperty("synonyms").GetRawText());
    }

    [Fact]
    public async Task Get_FieldsOfTheAnswer_AreThoseOfTheDocument()
    {
        var answer = await AnswerAsync("/v1/search?q=college");

        Assert.Equal(
            [
                "query", "total", "unfiltered_total", "partial_total", "page", "per_page", "best_bets", "hits", "facets",
                "suggested_filters", "did_you_mean", "warnings",
                "took_ms", "index", "links",
            ],
            answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["text", "interpreted", "ignored", "corrected", "corrections", "other_forms_only", "synonyms", "also_weighed", "relaxed"],
            answer.GetProperty("query").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            [
                "id", "url", "title", "title_highlighted", "summary", "organization", "year", "image", "score", "facets", "snippets",
                "partial", "missing_words", "source",
            ],
            answer.GetProperty("hits")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(["build", "built_at", "documents"], answer.GetProperty("index").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Get_TwoValuesOfAField_EitherCounts()
    {
        var answer = await AnswerAsync("/v1/search?year=2015&year=2016&category=connect");

        Assert.Equal(2, answer.GetProperty("total").GetInt64());
        Assert.Equal(SampleArchive.Proposals.Count, answer.GetProperty("unfiltered_total").GetInt64());
    }

    [Theory]
    [InlineData("exclude.category=connect&year=2015", 1)]
    [InlineData("year=2015..2016", 3)]
    [InlineData("year=2016..", 2)]
    [InlineData("year=..2010", 6)]
    [InlineData("year=~missing", 1)]
    [InlineData("category=~missing", SampleArchive.Plain + 1)]
    [InlineData("exclude.category=~missing", 4)]
    [InlineData("filter.sort=quick&sort=title", 1)]
    [InlineData("in=evaluation&q=poverty", 1)]
    [InlineData("in=need,evaluation&q=poverty", 2)]
    public async Task Get_Filter_LeavesThese(string query, int total)
    {
        var answer = await AnswerAsync("/v1/search?" + query);

        Assert.Equal(total, answer.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Get_FacetValues_LinkToThemselves()
    {
        var answer = await AnswerAsync("/v1/search?q=families&year=2015&links=true");
        var values = answer.GetProperty("facets")[0].GetProperty("values").EnumerateArray()
            .ToDictionary(value => value.GetProperty("value").GetString()!);

        Assert.True(values["2015"].GetProperty("selected").GetBoolean());
        Assert.Equal("/v1/search?q=families&links=true", values["2015"].GetProperty("links").GetProperty("remove").GetString());
        Assert.Equal(1, values["2016"].GetProperty("count").GetInt32());
        var add = values["2016"].GetProperty("links").GetProperty("add").GetString()!;
        Assert.Equal(2, (await AnswerAsync(add)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Get_PagesByLinks_ShowEachProposalOnce()
    {
        var (seen, next) = (new List<string>(), "/v1/search?per_page=4");
        for (var page = 0; page < 20 && next is not null; page++)
        {
            var answer = await AnswerAsync(next);
            seen.AddRange(answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!));
            next = answer.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        Assert.Null(next);
        Assert.Equal(SampleArchive.Proposals.Select(proposal => proposal.Id).Order(), seen.Order());
    }

    [Fact]
    public async Task Get_ManyOnAPage_IsCappedAndSaysSo()
    {
        var answer = await AnswerAsync("/v1/search?per_page=5000");

        Assert.Equal(100, answer.GetProperty("per_page").GetInt32());
        Assert.Contains("per_page=5000", answer.GetProperty("warnings")[0].GetString());
    }

    [Fact]
    public async Task Get_OwnTags_MarkWithThem()
    {
        var answer = await AnswerAsync("/v1/search?q=college&pre_tag=" + Uri.EscapeDataString("<em class=\"hit\">"));

        Assert.Contains("<em class=\"hit\">College</em>", answer.GetProperty("hits")[0].GetProperty("title_highlighted").GetString());
    }

    [Fact]
    public async Task Get_Explain_AccountsForTheScore()
    {
        var answer = await AnswerAsync("/v1/search?q=college&explain=true");

        Assert.Equal(
            answer.GetProperty("hits")[0].GetProperty("score").GetDouble(),
            answer.GetProperty("hits")[0].GetProperty("explanation").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Post_SameAsJson_AnswersTheSame()
    {
        const string body = """
            {"q": "poverty", "year": [2015, "2016"], "exclude": {"category": "learn"}, "filters": {"area": ["South LA"]},
             "per_page": 5, "explain": true}
            """;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await fixture.Host.Client.PostAsync(new Uri("/v1/search", UriKind.Relative), content);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, answer.GetProperty("total").GetInt32());
        Assert.Equal(
            "/v1/search?q=poverty&area=South+LA&exclude.category=learn&year=2015&year=2016&per_page=5&explain=true",
            answer.GetProperty("links").GetProperty("self").GetString());
    }

    [Theory]
    [InlineData("""{"q": "poverty \ud800"}""")]
    [InlineData("""{"q": "poverty \u0000 \"\\\/\b\f\n\r\t \udc00"}""")]
    public async Task Post_HalfOfASurrogatePair_IsSearchedLiterally(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await fixture.Host.Client.PostAsync(new Uri("/v1/search", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains("\uFFFD", answer.GetProperty("query").GetProperty("text").GetString());
    }

    private async Task<JsonElement> AnswerAsync(string address)
    {
        using var response = await fixture.Host.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(body).RootElement;
    }
}
