using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Quotes: these words, in this form and order. Patterns: prefix, wildcard, fuzzy.</summary>
public abstract partial class SearchBackendConformance
{
    private ProposalIndex Availability() => Index(
        Some.Proposal("exact", "A tutor is not available here."),
        Some.Proposal("accent", "NÓT availÁble!"),
        Some.Proposal("between", "It is not yet available."),
        Some.Proposal("reversed", "Available? Not so."),
        Some.Proposal("only", "All is available."),
        Some.Proposal("form", "Not availability."),
        Some.Proposal("across", "We would rather not", "available at noon"));

    [Theory]
    [InlineData("\"not available\"", "accent,exact")]
    [InlineData("“Not Available”", "accent,exact")]
    [InlineData("\"is not available here\"", "exact")]
    [InlineData("\"not available\"~1", "accent,between,exact")]
    [InlineData("\"available\"", "accent,across,between,exact,only,reversed")]
    [InlineData("\"availability\"", "form")]
    [InlineData("\"not\" \"yet\"", "between")]
    [InlineData("available -\"not available\"", "across,between,form,only,reversed")]
    [InlineData("\"not, available\"", "accent,exact")]
    public async Task Phrase_OfExactWords_IsFoundInThatFormAndOrder(string text, string ids)
    {
        var response = await Search(Availability(), text);

        Assert.Equal(ids.Split(','), Ids(response).Order(StringComparer.Ordinal));
        Assert.Empty(response.Query.Ignored);
    }

    [Fact]
    public async Task Phrase_AcrossTwoAnswers_IsNotFound()
    {
        Assert.Empty(await Ids(Corpus(), new SearchRequest { Text = "\"garden center\"", Match = MatchMode.All }));
        Assert.Equal(["2014/farm"], await Ids(Corpus(), "garden center"));
    }

    [Fact]
    public async Task Phrase_AcrossTwoAnswersWithSlop_IsNotFound() =>
        Assert.Empty(await Ids(Corpus(), new SearchRequest { Text = "\"community center\"~100", Match = MatchMode.All }));

    [Fact]
    public async Task Phrase_OfOneWord_IsNotStemmed()
    {
        var index = Index(Some.Proposal("one", "A college."), Some.Proposal("many", "Two colleges."));

        Assert.Equal(["one"], await Ids(index, "\"college\""));
        Assert.Equal(["many"], await Ids(index, "\"colleges\""));
        Assert.Equal(2, (await Search(index, "colleges")).Total);
    }

    [Fact]
    public async Task Phrase_WithSlop_CountsHowFarWordsMove()
    {
        var index = Index(
            Some.Proposal("0", "alpha omega"),
            Some.Proposal("1", "alpha beta omega"),
            Some.Proposal("2", "alpha beta gamma omega"),
            Some.Proposal("reversed", "omega alpha"));

        Assert.Equal(["0"], await Found(index, "\"alpha omega\""));
        Assert.Equal(["0", "1"], await Found(index, "\"alpha omega\"~1"));
        Assert.Equal(["0", "1", "2", "reversed"], await Found(index, "\"alpha omega\"~2"));
    }

    [Fact]
    public async Task Phrase_ThatRepeatsAWord_NeedsItAsOften()
    {
        var index = Index(Some.Proposal("once", "new york"), Some.Proposal("twice", "new york new york"));

        Assert.Equal(["twice"], await Ids(index, "\"new york new york\""));
    }

    [Fact]
    public async Task Phrase_InTheTitle_IsMarkedAsOneSpan()
    {
        var hit = Assert.Single((await Search(Corpus(), "\"after-school tutors\"")).Hits);

        Assert.Equal([new TextSpan(0, "After-school tutors".Length)], hit.TitleMatches);
    }

    [Theory]
    [InlineData("bicyc*", "2013/bicycles")]
    [InlineData("SWI*", "2013/swim,2014/swim-again")]
    [InlineData("jud*", "2016/youth-court")]
    [InlineData("cre*", "2015/cafe")]
    [InlineData("b?s", "2015/college-bus,2016/music-bus")]
    [InlineData("*clinic", "2014/clinic")]
    [InlineData("mat*ticas", "undated/ábaco")]
    public async Task Pattern_OfCharacters_FindsTheWordsThatFit(string text, string ids) =>
        Assert.Equal(ids.Split(','), await Found(Corpus(), text));

    [Fact]
    public async Task Pattern_ThatManyWordsFit_FindsThemAll()
    {
        var index = Index([.. Enumerable.Range(0, 3000).Select(number => Some.Proposal($"{number:0000}", $"zebra{number}"))]);

        Assert.Equal(3000, (await index.SearchAsync(new SearchRequest { Text = "zebra*" })).Total);
        Assert.Equal(300, (await index.SearchAsync(new SearchRequest { Text = "zebra*7", PerPage = 0 })).Total);
    }

    [Theory]
    [InlineData("povrety~", true)]
    [InlineData("povrety~1", true)]
    [InlineData("poverti~1", true)]
    [InlineData("povert~1", true)]
    [InlineData("ppovertyy~2", true)]
    [InlineData("ppovertyy~1", false)]
    [InlineData("povrety", false)]
    public async Task Fuzzy_WithinItsEdits_FindsTheWord(string text, bool found) =>
        Assert.Equal(found, (await Ids(Corpus(), new SearchRequest { Text = text, PerPage = 100, Exact = true })).Contains("2014/clinic"));
}
