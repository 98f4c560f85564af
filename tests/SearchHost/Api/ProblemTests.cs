using System.Net;
using System.Text;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

[Collection(HostCollection.Name)]
public sealed class ProblemTests(HostFixture fixture)
{
    [Theory]
    [InlineData("/v1/search?yaer=2015", "unknown_parameter", "Did you mean year?")]
    [InlineData("/v1/search?querry=x", "unknown_parameter", "There is no parameter 'querry'")]
    [InlineData("/v1/search?exclude.categry=x", "unknown_parameter", "Did you mean exclude.category?")]
    [InlineData("/v1/search?exclude.nothing=x", "unknown_parameter", "exclude.nothing")]
    [InlineData("/v1/search?facets=yeer", "unknown_facet", "Did you mean year?")]
    [InlineData("/v1/search?in=evalution", "unknown_question", "Did you mean evaluation?")]
    [InlineData("/v1/search?page=0", "out_of_range", "from 1")]
    [InlineData("/v1/search?page=one", "out_of_range", "'one'")]
    [InlineData("/v1/search?page=99999999999", "out_of_range", "page")]
    [InlineData("/v1/search?per_page=-1", "out_of_range", "from 0")]
    [InlineData("/v1/search?snippet_length=5", "out_of_range", "from 40")]
    [InlineData("/v1/search?sort=best", "invalid_value", "relevance, newest, oldest, title, year, -year")]
    [InlineData("/v1/search?sort=-category", "invalid_value", "relevance, newest, oldest, title, year, -year")]
    [InlineData("/v1/search?match=some", "invalid_value", "auto, all, any")]
    [InlineData("/v1/search?explain=perhaps", "invalid_value", "true or false")]
    [InlineData("/v1/search?year=recent", "invalid_value", "2016..2020")]
    [InlineData("/v1/search?year=2020..2016", "invalid_value", "2016..2020")]
    [InlineData("/v1/search?year=..", "invalid_value", "2016..2020")]
    [InlineData("/v1/search?year=2015..2016&year=2017", "invalid_range", "either one range")]
    [InlineData("/v1/search?year=2015..2016&year=2017..2018", "invalid_range", "two ranges")]
    [InlineData("/v1/search?exclude.year=2015..2016", "invalid_range", "cannot be excluded")]
    [InlineData("/v1/search?page=1&page=2", "repeated_parameter", "once")]
    [InlineData("/v1/search?page=1001&per_page=10", "window_exceeded", "cursor")]
    [InlineData("/v1/search?page=101&per_page=100", "window_exceeded", "cursor")]
    [InlineData("/v1/search?cursor=nonsense", "invalid_cursor", "begin again without it")]
    [InlineData("/v1/search?pre_tag=%3Cscript%3E", "invalid_tag", "<em class=\"hit\">")]
    [InlineData("/v1/search?post_tag=%3C/b%3E", "invalid_tag", "pre_tag")]
    [InlineData("/v1/suggest?q=a&limit=0", "out_of_range", "from 1 to 20")]
    [InlineData("/v1/suggest?q=a&limit=21", "out_of_range", "from 1 to 20")]
    [InlineData("/v1/suggest?q=a&limit=two", "out_of_range", "'two'")]
    [InlineData("/v1/suggest?q=a&limits=2", "unknown_parameter", "Did you mean limit?")]
    [InlineData("/v1/suggest?q=a&q=b", "repeated_parameter", "once")]
    [InlineData("/v1/suggest.opensearch?mood=merry", "unknown_parameter", "mood")]
    [InlineData("/v1/search.csv?yaer=2015", "unknown_parameter", "Did you mean year?")]
    [InlineData("/v1/search.ndjson?year=x", "invalid_value", "2016..2020")]
    [InlineData("/v1/search?fields=titel", "unknown_field", "Did you mean title?")]
    [InlineData("/v1/search.csv?columns=titel", "unknown_column", "Did you mean title?")]
    [InlineData("/v1/search.csv?columns=answers.evalution&page=2", "unknown_column", "Did you mean answers.evaluation?")]
    [InlineData("/v1/search.ndjson?columns=title", "unknown_parameter", "columns")]
    [InlineData("/v1/facets/area?limit=0", "out_of_range", "from 1 to 100")]
    [InlineData("/v1/facets/area?prefix=a&prefix=b", "repeated_parameter", "once")]
    [InlineData("/v1/facets/area?prefx=a", "unknown_parameter", "prefx")]
    [InlineData("/v1/facets/aria", "unknown_facet", "Did you mean area?")]
    [InlineData("/v1/trends?yaer=2015", "unknown_parameter", "Did you mean year?")]
    [InlineData("/v1/questions?q=x", "unknown_parameter", "takes none")]
    [InlineData("/v1/proposals/2015/lift-la/similar?limit=21", "out_of_range", "from 1 to 20")]
    [InlineData("/v1/proposals/2015/lift-la/similar?limits=2", "unknown_parameter", "Did you mean limit?")]
    public async Task Get_Fault_IsNamedWithWhatToDo(string address, string code, string detail)
    {
        var problem = await ProblemAsync(address, HttpStatusCode.BadRequest);

        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(detail, problem.GetProperty("detail").GetString());
        Assert.Equal("urn:proposalsearch:problem:" + code, problem.GetProperty("type").GetString());
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Get_SeveralFaults_AreToldAtOnce()
    {
        var problem = await ProblemAsync("/v1/search?yaer=2015&sort=best&page=0&year=x&in=nothing&pre_tag=x", HttpStatusCode.BadRequest);

        Assert.Equal("invalid_request", problem.GetProperty("code").GetString());
        Assert.Equal(
            ["in", "page", "pre_tag", "sort", "yaer", "year"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("parameter").GetString()).Order());
    }

    [Fact]
    public async Task Get_TooManyFilterValues_IsToldOnce()
    {
        var problem = await ProblemAsync(
            "/v1/search?" + string.Join('&', Enumerable.Range(0, 600).Select(value => $"category=c{value}")), HttpStatusCode.BadRequest);

        Assert.Equal("too_many_values", problem.GetProperty("code").GetString());
        Assert.Equal(1, problem.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData(2_000, HttpStatusCode.OK)]
    [InlineData(2_001, HttpStatusCode.BadRequest)]
    public async Task Get_QueryOfSomeLength_IsRefusedAboveTheLimit(int length, HttpStatusCode status)
    {
        using var response = await fixture.Host.GetAsync("/v1/search?q=" + new string('x', length));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Get_QueryTooLong_IsToldWithItsLength()
    {
        var problem = await ProblemAsync(
            "/v1/search?q=" + new string('x', 1_500) + "&keywords=" + new string('y', 1_500), HttpStatusCode.BadRequest);

        Assert.Equal("query_too_long", problem.GetProperty("code").GetString());
        Assert.Equal("The query has 3,001 characters; it may have 2,000. Send a shorter one.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Get_QueryTooLongForItsHost_IsRefused()
    {
        await using var host = await RunningHost.StartAsync(null, null, ("ProposalSearch:MaxQueryLength", "100"));
        using var response = await host.GetAsync("/v1/search?q=" + new string('x', 101));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Get_LastPageOfTheWindow_IsAnswered()
    {
        using var response = await fixture.Host.GetAsync("/v1/search?page=100&per_page=100");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/proposals/2015/none", "proposal_not_found")]
    [InlineData("/v1/proposals/", "proposal_not_found")]
    [InlineData("/v1/nothing", "not_found")]
    [InlineData("/nothing", "not_found")]
    [InlineData("/assets/nothing.css", "not_found")]
    public async Task Get_NothingThere_Is404(string address, string code)
    {
        Assert.Equal(code, (await ProblemAsync(address, HttpStatusCode.NotFound)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("[1]", "array")]
    [InlineData("{\"q\": ", "no JSON")]
    [InlineData("\"poverty\"", "string")]
    [InlineData("{\"q\": [[[[[[[[[[\"deep\"]]]]]]]]]]}", "no JSON")]
    public async Task Post_BodyThatIsNoObject_IsInvalidJson(string body, string detail)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await fixture.Host.Client.PostAsync(new Uri("/v1/search", UriKind.Relative), content);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid_json", problem.GetProperty("code").GetString());
        Assert.Contains(detail, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Post_HugeBody_IsRefusedInWords()
    {
        using var content = new StringContent("{\"q\":\"" + new string('x', 300_000) + "\"}", Encoding.UTF8, "application/json");
        using var response = await fixture.Host.Client.PostAsync(new Uri("/v1/search", UriKind.Relative), content);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("body_too_large", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Delete_Search_Is405InWords()
    {
        using var response = await fixture.Host.Client.DeleteAsync(new Uri("/v1/search", UriKind.Relative));
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("method_not_allowed", problem.GetProperty("code").GetString());
    }

    private async Task<JsonElement> ProblemAsync(string address, HttpStatusCode status)
    {
        using var response = await fixture.Host.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(body).RootElement;
    }
}
