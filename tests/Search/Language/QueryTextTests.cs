using ProposalSearch.Proposals;
using ProposalSearch.Search.Language;
using Xunit;

namespace ProposalSearch.Search.Tests.Language;

/// <summary>The language as a table: what is typed, and how it is read, spelled out by the printer.</summary>
public sealed class QueryTextTests
{
    internal static readonly QueryTextOptions Options = new()
    {
        Facets = [new("year", "Year", FacetType.Number), new("category", "Category", FacetType.Text)],
        Questions = ["need", "evaluation"],
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("*", "")]
    [InlineData("poverty", "poverty")]
    [InlineData("poverty college", "poverty AND college")]
    [InlineData("poverty, college.", "poverty AND college")]
    [InlineData("poverty AND college", "poverty AND college")]
    [InlineData("poverty and college", "poverty AND and AND college")]
    [InlineData("poverty OR college", "poverty OR college")]
    [InlineData("poverty|college", "poverty OR college")]
    [InlineData("homeless OR unhoused youth", "(homeless OR unhoused) AND youth")]
    [InlineData("a b AND c OR d", "a AND ((b AND c) OR d)")]
    [InlineData("(a OR b) (c OR d)", "(a OR b) AND (c OR d)")]
    [InlineData("(a b) c", "a AND b AND c")]
    [InlineData("a OR (b OR c)", "a OR b OR c")]
    [InlineData("poverty -college", "poverty AND NOT college")]
    [InlineData("poverty NOT college", "poverty AND NOT college")]
    [InlineData("poverty AND NOT college", "poverty AND NOT college")]
    [InlineData("-college", "NOT college")]
    [InlineData("a OR NOT b", "a OR (NOT b)")]
    [InlineData("NOT NOT a", "a")]
    [InlineData("-(a b)", "NOT (a AND b)")]
    [InlineData("-(-a)", "NOT (NOT a)")]
    [InlineData("+a b", "a AND b")]
    [InlineData("\"not available\"", "\"not available\"")]
    [InlineData("“not available”", "\"not available\"")]
    [InlineData("« not  available »", "\"not available\"")]
    [InlineData("\"college success\"~3", "\"college success\"~3")]
    [InlineData("-\"college success\"", "NOT \"college success\"")]
    [InlineData("educat*", "educat*")]
    [InlineData("educat**", "educat*")]
    [InlineData("sk?te*", "sk?te*")]
    [InlineData("*ship", "*ship")]
    [InlineData("povrety~", "povrety~2")]
    [InlineData("hose~", "hose~1")]
    [InlineData("povrety~1", "povrety~1")]
    [InlineData("povrety~0", "povrety")]
    [InlineData("year:2019", "year:2019")]
    [InlineData("Year:2019", "year:2019")]
    [InlineData("year:2016..2020", "year:2016..2020")]
    [InlineData("year:2016..", "year:2016..")]
    [InlineData("year:..2020", "year:..2020")]
    [InlineData("category:learn", "category:learn")]
    [InlineData("category:\"social justice\"", "category:\"social justice\"")]
    [InlineData("category:~missing", "category:~missing")]
    [InlineData("-category:play", "NOT category:play")]
    [InlineData("title:poverty", "title:poverty")]
    [InlineData("title:\"college success\"", "title:\"college success\"")]
    [InlineData("title:(a OR b) c", "title:(a OR b) AND c")]
    [InlineData("in:evaluation survey", "in:evaluation AND survey")]
    [InlineData("survey in:evaluation in:need data", "in:evaluation AND in:need AND survey AND data")]
    [InlineData("in:title poverty", "title:poverty")]
    [InlineData("evaluation:survey", "in:evaluation AND survey")]
    [InlineData("(in:need poverty) college", "(in:need AND poverty) AND college")]
    [InlineData("in:evaluation", "in:evaluation")]
    [InlineData("-in:evaluation", "NOT (in:evaluation)")]
    [InlineData("LIFT-LA", "LIFT-LA")]
    [InlineData("501(c)(3)", "501(c)(3)")]
    [InlineData("(501(c)(3) OR proposal(s))", "501(c)(3) OR proposal(s)")]
    [InlineData("What is poverty?", "What AND is AND poverty")]
    [InlineData("R & D", "R AND D")]
    [InlineData("C++", "C++")]
    [InlineData("C#, F#", "C# AND F#")]
    [InlineData("https://www.la2050.org/", "https://www.la2050.org")]
    [InlineData("10:30", "10:30")]
    [InlineData("🎉", "🎉")]
    [InlineData("שלום עולם", "שלום AND עולם")]
    [InlineData("don't", "don't")]
    public void Parse_Text_IsReadWithoutWarning(string text, string expected)
    {
        var query = QueryText.Parse(text, Options);

        Assert.Equal(expected, QueryText.Print(query.Root));
        Assert.Empty(query.Warnings);
    }

    [Theory]
    [InlineData("\"not available", "\"not available\"", "A quote that is not closed was closed at the end of the query.")]
    [InlineData("a \"\" b", "a AND b", "Quotes with no words between them were ignored.")]
    [InlineData("-\"\" b", "b", "Quotes with no words between them were ignored.")]
    [InlineData("(a b", "a AND b", "A '(' that is not closed was closed at the end of the query.")]
    [InlineData("a b)", "a AND b", "A ')' that closes nothing was ignored.")]
    [InlineData("AND a", "a", "'AND' with nothing on one of its sides was ignored.")]
    [InlineData("a OR", "a", "'OR' with nothing on one of its sides was ignored.")]
    [InlineData("a NOT", "a", "'NOT' with nothing after it was ignored.")]
    [InlineData("a - b", "a AND b", "'-' stands by itself and was ignored.")]
    [InlineData(
        "foo:bar", "foo AND bar",
        "'foo:' was read as a word: there is no such field. There are: "
            + "in, title, summary, organization, year, category.")]
    [InlineData(
        "-foo:bar", "NOT foo AND NOT bar",
        "'foo:' was read as a word: there is no such field. There are: "
            + "in, title, summary, organization, year, category.")]
    [InlineData("year:soon", "year AND soon", "'year:soon' was read as words: it takes a number, or a range such as 2016..2020.")]
    [InlineData("year:2020..2016", "year:2016..2020", "'year:2020..2016' was read as 'year:2016..2020'.")]
    [InlineData(
        "in:nothing x", "in AND nothing AND x",
        "'in:nothing' was read as words: there is no such question. There are: "
            + "title, summary, organization, need, evaluation.")]
    [InlineData("povrety~7", "povrety~2", "'povrety~7' was read with 2 edits: more are not supported.")]
    [InlineData("\"a b\"~5000", "\"a b\"~100", "The distance of a phrase was lowered to 100: more is not supported.")]
    [InlineData("self-suff*", "self-suff", "In 'self-suff*' the sign at the end was ignored: it goes with letters and digits only.")]
    public void Parse_SignsOutOfPlace_ReadsAndSaysSo(string text, string expected, string warning)
    {
        var query = QueryText.Parse(text, Options);

        Assert.Equal(expected, QueryText.Print(query.Root));
        Assert.Equal([warning], query.Warnings);
    }

    [Theory]
    [InlineData("OR", "or")]
    [InlineData("NOT", "not")]
    [InlineData("AND NOT", "and AND not")]
    [InlineData("+OR", "or")]
    public void Parse_OperatorsAlone_AreWords(string text, string expected) =>
        Assert.Equal(expected, QueryText.Print(QueryText.Parse(text, Options).Root));

    [Theory]
    [InlineData("(((")]
    [InlineData("\"")]
    [InlineData("-")]
    [InlineData("()")]
    public void Parse_NothingLeft_SaysThatAllIsShown(string text)
    {
        var query = QueryText.Parse(text, Options);

        Assert.Null(query.Root);
        Assert.Contains("Nothing to search for was left of the query: all proposals are shown.", query.Warnings);
    }

    [Theory]
    [InlineData("poverty college", "poverty OR college")]
    [InlineData("poverty AND college", "poverty AND college")]
    [InlineData("poverty -college", "poverty AND NOT college")]
    [InlineData("poverty college year:2015", "(poverty OR college) AND year:2015")]
    [InlineData("+poverty college success", "poverty AND (college OR success OR *)")]
    [InlineData("in:need poverty college", "in:need AND (poverty OR college)")]
    [InlineData("year:2015", "year:2015")]
    public void Parse_AnyWord_MakesWordsSideBySideAlternatives(string text, string expected) =>
        Assert.Equal(expected, QueryText.Print(QueryText.Parse(text, Options with { AnyWord = true }).Root));

    [Fact]
    public void Parse_LongerThanTheLimit_IgnoresTheRestAndSaysSo()
    {
        var query = QueryText.Parse(new string('a', QueryText.MaxLength - 1) + "🎉 poverty", Options);

        Assert.Equal(new WordNode(new string('a', QueryText.MaxLength - 1)), query.Root);
        Assert.Equal(["The query is 2,009 characters long: what follows the first 2,000 was ignored."], query.Warnings);
    }

    [Fact]
    public void Parse_MoreClausesThanTheLimit_IgnoresTheRestAndSaysSo()
    {
        var query = QueryText.Parse(string.Join(' ', Enumerable.Range(0, QueryText.MaxClauses).Select(i => $"a{i}")) + " poverty", Options);

        Assert.Equal(QueryText.MaxClauses, Assert.IsType<GroupNode>(query.Root).Clauses.Count);
        Assert.Equal(["The query has more than 256 words: those from 'poverty' on were ignored."], query.Warnings);
    }

    [Theory]
    [InlineData("{0}*", "a10* b")]
    [InlineData("{0}z*z", "a10z*z b")]
    [InlineData("{0}~", "a10~1 b")]
    [InlineData("\"{0} b\"~2", "\"a10 b\"~2 b")]
    public void Parse_MorePatternsThanTheLimit_IgnoresTheRestAndSaysSo(string pattern, string rest)
    {
        var patterns = Enumerable.Range(0, QueryText.MaxPatterns + 5).Select(
            i => pattern.Replace("{0}", $"a{i}", StringComparison.Ordinal));
        var query = QueryText.Parse("poverty " + string.Join(' ', patterns) + " b", Options);

        Assert.Equal(1 + QueryText.MaxPatterns, Assert.IsType<GroupNode>(query.Root).Clauses.Count);
        Assert.Contains($"what begins with '{rest[..^2]}' was ignored", Assert.Single(query.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a a", "a")]
    [InlineData("a b a", "a AND b")]
    [InlineData("a OR b OR a", "a OR b")]
    [InlineData("a -b -b", "a AND NOT b")]
    [InlineData("(a OR b) (a OR b) c", "(a OR b) AND c")]
    [InlineData("a A", "a AND A")]
    [InlineData("a -a", "a AND NOT a")]
    public void Parse_TheSameTwice_IsThereOnce(string text, string printed)
    {
        Assert.Equal(printed, QueryText.Print(QueryText.Parse(text, Options).Root));
    }

    [Fact]
    public void Parse_BracketsDeeperThanTheLimit_IgnoresThemAndSaysSo()
    {
        var deep = QueryText.MaxDepth + 10;
        var query = QueryText.Parse(new string('(', deep) + "a" + new string(')', deep) + " b", Options);

        Assert.Equal("a AND b", QueryText.Print(query.Root));
        Assert.Equal(["Brackets more than 32 deep were ignored."], query.Warnings);
    }

    [Theory]
    [InlineData("a b a", "a:2")]
    [InlineData("a A b", "")]
    [InlineData("(a OR b) AND -a title:a", "a:3")]
    [InlineData("\"a a\" a* a*", "")]
    [InlineData("", "")]
    public void Parse_WordsThatAreThereSeveralTimes_AreCounted(string text, string counted)
    {
        var repeated = QueryText.Parse(text, Options).Repeated;

        Assert.Equal(counted, string.Join(' ', repeated.Select(pair => $"{pair.Key}:{pair.Value}")));
    }
}
