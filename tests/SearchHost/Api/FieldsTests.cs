using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.SearchHost.Wire;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

[Collection(HostCollection.Name)]
public sealed class FieldsTests(HostFixture fixture)
{
    [Fact]
    public async Task Get_Fields_AreAllThatHitsCarry()
    {
        var answer = await AnswerAsync("/v1/search?q=poverty&fields=url,title&fields=explanation&fields=title");
        var whole = await AnswerAsync("/v1/search?q=poverty");

        Assert.NotEqual(0, answer.GetProperty("hits").GetArrayLength());
        Assert.All(answer.GetProperty("hits").EnumerateArray(), hit => Assert.Equal(["title", "url"], Names(hit).Order()));
        Assert.Equal(Names(whole), Names(answer));
        Assert.Equal(
            whole.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("url").GetString()),
            answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("url").GetString()));
    }

    [Fact]
    public void Fields_ThatMayBeAskedFor_AreThoseOfAHit()
        => Assert.Equal(
            [.. Names(WireJson.Wire.HitAnswer), .. Names(WireJson.Wire.SnippetAnswer).Select(name => "snippets." + name)],
            ParameterNames.HitFields);

    [Fact]
    public void Parts_ThatMayBeAskedFor_AreThoseOfAnAnswer()
        => Assert.Equal(
            [
                .. Names(WireJson.Wire.SearchAnswer), .. Names(WireJson.Wire.QueryAnswer).Select(name => "query." + name),
                .. Names(WireJson.Wire.SearchLinks).Select(name => "links." + name),
            ],
            ParameterNames.AnswerParts);

    [Theory]
    [InlineData("", "total,hits")]
    [InlineData("total", "total,hits")]
    [InlineData("did_you_mean,warnings&parts=did_you_mean", "total,hits,did_you_mean,warnings")]
    [InlineData("query.corrected,links.next", "query,total,hits,links")]
    [InlineData("facets", "total,hits,facets")]
    public async Task Get_Parts_AreAllThatAnAnswerCarriesBesideItsHits(string parts, string carried)
    {
        var answer = await AnswerAsync("/v1/search?q=plain&parts=" + parts);
        var whole = await AnswerAsync("/v1/search?q=plain");

        Assert.Equal(carried, string.Join(',', Names(answer)));
        Assert.Equal(whole.GetProperty("hits").GetRawText(), answer.GetProperty("hits").GetRawText());
        Assert.Equal(carried.Contains("facets"), answer.TryGetProperty("facets", out var facets) && facets.GetArrayLength() > 0);
    }

    [Fact]
    public async Task Get_PartsOfQueryAndLinks_AreAllThatThoseCarry()
    {
        var answer = await AnswerAsync("/v1/search?q=plain&per_page=2&parts=query.relaxed,query.text,links.next,links.prev");
        var next = answer.GetProperty("links").GetProperty("next").GetString()!;

        Assert.Equal(["text", "relaxed"], Names(answer.GetProperty("query")));
        Assert.Equal(["next"], Names(answer.GetProperty("links")));
        Assert.Equal(["prev"], Names((await AnswerAsync(next + "00")).GetProperty("links")));
        Assert.Equal(Names(answer), Names(await AnswerAsync(next)));
    }

    [Fact]
    public async Task Get_PartThatThereIsNot_IsRefusedWithTheNearest()
    {
        using var response = await fixture.Host.GetAsync("/v1/search?parts=did_you_meen,hits.title");
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("unknown_part", problem.GetProperty("code").GetString());
        Assert.Equal(
            "There is no part 'did_you_meen' of an answer. Did you mean did_you_mean?",
            problem.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(2, problem.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("id,snippets.html", "html")]
    [InlineData("snippets.html,snippets.question", "html,question")]
    [InlineData("snippets.text", "text")]
    [InlineData("snippets.matches,snippets.html", "html,matches")]
    [InlineData("snippets", "html,question,question_id,url")]
    [InlineData("snippets&matches=true", "html,matches,question,question_id,text,url")]
    public async Task Get_FieldsOfSnippets_AreAllThatSnippetsCarry(string fields, string carried)
    {
        var answer = await AnswerAsync("/v1/search?q=poverty&fields=" + fields);
        var snippets = answer.GetProperty("hits").EnumerateArray().SelectMany(hit => hit.GetProperty("snippets").EnumerateArray()).ToList();

        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Equal(carried, string.Join(',', Names(snippet).Order())));
    }

    [Fact]
    public async Task Get_AllFields_IsTheWholeHit()
    {
        var whole = await AnswerAsync("/v1/search?q=poverty&explain=true");
        var names = Names(whole.GetProperty("hits")[0]).ToList();
        var chosen = await AnswerAsync($"/v1/search?q=poverty&explain=true&fields={string.Join(',', names)}");

        Assert.Contains("explanation", names);
        Assert.Equal(whole.GetProperty("hits").GetRawText(), chosen.GetProperty("hits").GetRawText());
    }

    [Fact]
    public async Task Get_FieldsOfABox_IsLessThan3Kilobytes()
    {
        var address = new Uri("/v1/search?q=plain&facets=&fields=title,url,year", UriKind.Relative);

        Assert.InRange((await fixture.Host.Client.GetByteArrayAsync(address)).Length, 300, 3_000);
    }

    [Fact]
    public async Task Get_NextPage_CarriesTheSameFields()
    {
        var first = await AnswerAsync("/v1/search?q=plain&fields=id");
        var next = await AnswerAsync(first.GetProperty("links").GetProperty("next").GetString()!);

        Assert.All(next.GetProperty("hits").EnumerateArray(), hit => Assert.Equal(["id"], Names(hit)));
        Assert.DoesNotContain("fields", first.GetProperty("links").GetProperty("csv").GetString());
    }

    [Fact]
    public async Task Post_Fields_AreAList()
    {
        using var body = new StringContent("{\"q\": \"poverty\", \"fields\": [\"id\", \"score\"]}", Encoding.UTF8, "application/json");
        using var response = await fixture.Host.Client.PostAsync(new Uri("/v1/search", UriKind.Relative), body);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.All(answer.GetProperty("hits").EnumerateArray(), hit => Assert.Equal(["id", "score"], Names(hit)));
    }

    private async Task<JsonElement> AnswerAsync(string address)
        => JsonDocument.Parse(await fixture.Host.Client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    private static IEnumerable<string> Names(JsonTypeInfo type)
        => type.Properties.Where(field => field.Get is not null).Select(field => field.Name);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
