using System.Text.Json;
using ProposalSearch.Backends.Choice;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>
/// Three archives of thirty proposals in other languages than English, indexed and asked over HTTP. What each query is to find was written
/// down from the texts, with the trap that it is about: <c>tests/Testing/Archives</c>.
/// </summary>
public sealed class LanguageArchivesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("es", "Spanish")]
    [InlineData("de", "German")]
    [InlineData("fr", "French")]
    public async Task Search_EachQuery_FindsWhatItIsToFind(string code, string name)
    {
        await using var host = await StartAsync(code);
        var language = (await AnswerAsync(host, "/v1/index")).GetProperty("language");
        var (table, wrong) = (new List<string> { $"{code}: query | expected | found | trap" }, 0);
        foreach (var row in await File.ReadAllLinesAsync(Path.Combine(Folder, code + ".tsv")))
        {
            var (query, expected, trap) = (row.Split('\t')[0], Ids(row.Split('\t')[1].Split(' ')), row.Split('\t')[2]);
            var found = Ids(await FindAsync(host, query));
            wrong += found == expected ? 0 : 1;
            table.Add($"{(found == expected ? "   " : "!! ")}{query} | {expected} | {found} | {trap}");
        }

        output.WriteLine(string.Join('\n', table));
        Assert.Equal((code, name), (language.GetProperty("code").GetString(), language.GetProperty("name").GetString()));
        Assert.True(table.Count > 40, $"only {table.Count} queries");
        Assert.True(wrong == 0, string.Join('\n', table.Where(line => line.StartsWith('!'))));
    }

    [Fact]
    public async Task Page_OfAnArchiveInAnotherLanguage_SaysWhichAndWhatIsEnglish()
    {
        await using var host = await StartAsync("fr");

        var page = await host.PageAsync("/?q=eau");
        var proposal = await host.PageAsync("/proposals/projets/eau");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", page.QuerySelector("ol.hits h2")!.GetAttribute("lang"));
        Assert.Equal("fr", page.QuerySelector("ul.snippets")!.GetAttribute("lang"));
        Assert.Equal("fr", proposal.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("fr", proposal.QuerySelector("section.answer h2")!.GetAttribute("lang"));
        Assert.Contains(page.QuerySelectorAll("mark"), mark => mark.TextContent == "l'eau");
    }

    [Theory]
    [InlineData("es", "educacion", "<mark>EDUCACIÓN</mark>")]
    [InlineData("es", "educacion", "<mark>educación</mark>")]
    [InlineData("de", "Haus", "<mark>Häuser</mark>")]
    [InlineData("de", "Foerderung", "<mark>Förderung</mark>")]
    [InlineData("fr", "\"eau\"", "<mark>l&#x27;eau</mark>")]
    public async Task Snippets_OfAQuery_MarkTheFormsThatWereFound(string code, string query, string marked)
    {
        await using var host = await StartAsync(code);

        var answer = await AnswerAsync(host, "/v1/search?q=" + Uri.EscapeDataString(query));

        Assert.Contains(marked, string.Concat(Texts(answer)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es", "bibloteca", "biblioteca")]
    [InlineData("de", "Wekstatt", "Werkstatt")]
    [InlineData("fr", "l'orientaion", "orientation")]
    public async Task Search_AMisspeltWord_SuggestsOneOfTheLanguage(string code, string query, string better)
    {
        await using var host = await StartAsync(code);

        var asTyped = await AnswerAsync(host, "/v1/search?match=all&exact=true&q=" + Uri.EscapeDataString(query));
        var asMeant = await AnswerAsync(host, "/v1/search?match=all&q=" + Uri.EscapeDataString(query));

        Assert.Contains(better, asTyped.GetProperty("did_you_mean").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(better, asMeant.GetProperty("query").GetProperty("corrected").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("es", "cigue", "Nidos de cigüeña")]
    [InlineData("de", "gaert", "Interkulturelle Gärten")]
    [InlineData("fr", "energ", "L'énergie du toit")]
    [InlineData("fr", "oeuv", "Œuvres d'art en prêt")]
    public async Task Suggest_WhatIsTyped_CompletesIt(string code, string typed, string title)
    {
        await using var host = await StartAsync(code);

        var answer = await AnswerAsync(host, "/v1/suggest?q=" + Uri.EscapeDataString(typed));

        var texts = answer.GetProperty("suggestions").EnumerateArray().Select(suggestion => suggestion.GetProperty("text").GetString());
        Assert.Contains(title, texts);
    }

    private static IEnumerable<string> Texts(JsonElement answer) => answer.GetProperty("hits").EnumerateArray().SelectMany(hit =>
        hit.GetProperty("snippets").EnumerateArray().Select(snippet => snippet.GetProperty("html").GetString()!)
            .Append(hit.GetProperty("title_highlighted").GetString()!));

    private static string Folder => Path.Combine(Repository.Root, "tests", "Testing", "Archives");

    private static Task<RunningHost> StartAsync(string code) =>
        RunningHost.StartOnAsync(Path.Combine(Folder, code), KnownBackends.Of(BackendName.Lucene));

    private static async Task<IEnumerable<string>> FindAsync(RunningHost host, string query)
    {
        var answer = await AnswerAsync(host, "/v1/search?match=all&exact=true&per_page=100&facets=&q=" + Uri.EscapeDataString(query));
        return answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!.Split('/')[^1]);
    }

    private static async Task<JsonElement> AnswerAsync(RunningHost host, string address) =>
        JsonDocument.Parse(await host.Client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;

    private static string Ids(IEnumerable<string> ids) =>
        string.Join(' ', ids.Order(StringComparer.Ordinal).DefaultIfEmpty("-"));
}
