using ProposalSearch.Languages;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Regressions;

/// <summary>
/// Closeness, partial matches, spellings and corrections left out English words that hold a sentence together in every language: of a
/// Spanish query "once" (eleven), of a German one "Not" (distress), while those of these languages counted as words.
/// </summary>
public sealed class Bug132FunctionWordsOfOtherLanguages : IDisposable
{
    private const string Filler = "uno grande verde lejano azul blanco rojo negro alto bajo";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("es", "once becas")]
    [InlineData("de", "Not Kinder")]
    public async Task Closeness_OfAWordThatEnglishHoldsSentencesTogetherWith_Counts(string code, string query)
    {
        var words = query.Split(' ');
        using var index = await IndexAsync(
            code,
            ("far", $"{words[0]} {Filler} {words[1]} {Filler}"),
            ("near", $"{words[0]} {words[1]} {Filler} {Filler}"),
            ("other", Filler));

        Assert.Equal(["near", "far"], await IdsAsync(index, query));
    }

    [Theory]
    [InlineData("es", "once", "becas", "museos")]
    [InlineData("de", "Not", "Kinder", "Museen")]
    public async Task PartialMatches_WithAWordThatEnglishHoldsSentencesTogetherWith_ComeFirst(
        string code, string small, string word, string third)
    {
        using var index = await IndexAsync(
            code,
            [
                ("all", $"{small} {word} {third}"),
                ("one", $"{word} {word} {word}"),
                ("two", $"{small} {word} {string.Join(' ', Enumerable.Repeat(Filler, 20))}"),
                .. Enumerable.Range(0, 40).Select(number => ($"z{number:00}", $"{small} {Filler}")),
            ]);

        Assert.Equal(["all", "two", "one"], (await IdsAsync(index, $"{small} {word} {third}"))[..3]);
    }

    [Fact]
    public async Task Initials_OfAWordThatEnglishHoldsSentencesTogetherWith_AreFound()
    {
        using var index = await IndexAsync("es", ("a", "La O.N.C.E. ayuda a ciegos."), ("b", "Un museo."));

        Assert.Equal(["a"], await IdsAsync(index, "once"));
    }

    [Fact]
    public async Task Correction_OfAWord_IsNoWordThatHoldsASentenceTogether()
    {
        using var index = await IndexAsync(
            "de",
            [
                .. Enumerable.Range(0, 30).Select(number => ($"a{number:00}", "wir helfen")),
                .. Enumerable.Range(0, 10).Select(number => ($"b{number:00}", "wirk helfen")),
            ]);

        Assert.Equal("wirk", (await index.SearchAsync(new SearchRequest { Text = "wirx", TimeBudget = null })).Query.Corrected);
    }

    private async Task<ProposalIndex> IndexAsync(string code, params (string Id, string Text)[] proposals)
    {
        var backend = new SearchBackend(new LuceneStore());
        await using (var builder = await backend.BuildAsync(_folder.Path))
        {
            await builder.DeclareAsync([], KnownLanguages.All.Single(language => language.Code == code));
            foreach (var (id, text) in proposals)
            {
                await builder.AddAsync(Some.Proposal(id, text));
            }

            await builder.PublishAsync(Some.Metadata, []);
        }

        return await backend.OpenAsync(_folder.Path);
    }

    private static async Task<string[]> IdsAsync(ProposalIndex index, string query) =>
        [.. (await index.SearchAsync(new SearchRequest { Text = query, TimeBudget = null })).Hits.Select(hit => hit.Id)];
}
