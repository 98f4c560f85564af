using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Suggestions as somebody types.</summary>
public abstract partial class SearchBackendConformance
{
    private static readonly string[] Typing =
    [
        "", " ", "   ", "\0", "\u0001\u001f\u007f", "\ud800", "\udc00x", "שלום עולם",
        "\u202eabc", "🎉", "👍🏽🎉", "東京", "é", "e\u0301", "\"", "(((((", "a:b", "*", "~", "' OR 1=1",
        "<script>alert(1)</script>", "%00", "\r\n", "\ufeff", "\uffff", new('a', 10_000), new('(', 10_000),
        string.Concat(Enumerable.Repeat("la ", 5_000)), string.Concat(Enumerable.Repeat("🎉", 5_000)),
    ];

    [Fact]
    public async Task Suggest_BeginningOfATitle_CompletesIt()
    {
        var index = Index(Some.Proposal("a") with { Title = "Lantern Walk" }, Some.Proposal("b") with { Title = "Late Bloomers" },
            Some.Proposal("c") with { Title = "Other" });

        Assert.Equal(["Lantern Walk", "Late Bloomers"], (await Suggest(index, "la")).Order(StringComparer.Ordinal));
        Assert.Equal(["Lantern Walk"], await Suggest(index, "lantern w"));
        Assert.Equal(["Lantern Walk"], await Suggest(index, "LANTERN"));
        Assert.Empty(await Suggest(index, "lamp"));
    }

    [Fact]
    public async Task Suggest_WordWithinATitle_CompletesItAndSaysWhatFits()
    {
        var index = Index(Some.Proposal("a") with { Title = "The Great Lantern Walk" });
        var suggestion = Assert.Single(await index.SuggestAsync(new SuggestRequest { Text = "lanterns walk" }));

        Assert.Equal((SuggestionKind.Title, 1), (suggestion.Kind, suggestion.Edits));
        Assert.Equal("Lantern Walk", suggestion.Text.Substring(suggestion.Match.Start, suggestion.Match.Length));
    }

    [Theory]
    [InlineData("lantren")]
    [InlineData("lanter wal")]
    [InlineData("lnatern walk")]
    public async Task Suggest_AFewLettersWrong_StillCompletes(string text)
    {
        var index = Index(Some.Proposal("a") with { Title = "Lantern Walk" }, Some.Proposal("b") with { Title = "Other" });

        Assert.Equal(["Lantern Walk"], await Suggest(index, text));
    }

    [Fact]
    public async Task Suggest_Organization_ComesOnceAndTheMoreFrequentFirst()
    {
        var index = Index(
            Some.Proposal("a") with { Organization = "Harbor Friends" },
            Some.Proposal("b") with { Organization = "Harbor Light" },
            Some.Proposal("c") with { Organization = "Harbor Light" });
        var suggestions = await index.SuggestAsync(new SuggestRequest { Text = "harbor" });

        Assert.Equal(["Harbor Light", "Harbor Friends"], suggestions.Select(suggestion => suggestion.Text));
        Assert.All(suggestions, suggestion => Assert.Equal(SuggestionKind.Organization, suggestion.Kind));
    }

    [Fact]
    public async Task Suggest_MiddleWordsAndAccents_CompleteNames()
    {
        var index = Index(
            Some.Proposal("a") with { Title = "Un café para niños en el jardín" },
            Some.Proposal("b") with { Organization = "Centro Élan" });

        foreach (var typed in new[] { "cafe", "CAFÉ", "cafe\u0301", "ninos en el jar", "jardin" })
        {
            Assert.Equal(["Un café para niños en el jardín"], await Suggest(index, typed));
        }

        Assert.Equal(["Centro Élan"], await Suggest(index, "elan"));
    }

    [Fact]
    public async Task Suggest_SpellingsOfOneThing_ComeOnceInTheSpellingOfMost()
    {
        var index = Index(
            Some.Proposal("a") with { Title = "Lantern Walk – ‘Light’", Organization = "Lantern House" },
            Some.Proposal("b") with { Title = "Lantern walk - 'Light'", Organization = "The Lantern House, Inc." },
            Some.Proposal("c") with { Title = "Lantern walk - 'Light'", Organization = "LANTERN HOUSE" },
            Some.Proposal("d") with { Title = "Other", Organization = "Lantern House" },
            Some.Proposal("e") with { Title = "Lantern Walk", Organization = "Lantern Houses" });

        var names = (await index.SuggestAsync(new SuggestRequest { Text = "lantern" })).Where(one => one.Kind != SuggestionKind.Phrase);
        Assert.Equal(["Lantern House", "Lantern walk - 'Light'", "Lantern Houses", "Lantern Walk"], names.Select(one => one.Text));
    }

    [Fact]
    public async Task Suggest_WithinFilters_LeavesOutWhatFindsNothing()
    {
        var index = Corpus();
        var all = await index.SuggestAsync(new SuggestRequest { Text = "bus" });
        var some = await index.SuggestAsync(new SuggestRequest { Text = "bus", Filters = [Having("year", "2016")] });

        Assert.Equal(["Music bus", "The college bus"], all.Select(suggestion => suggestion.Text).Order(StringComparer.Ordinal));
        Assert.Equal(["Music bus"], some.Select(suggestion => suggestion.Text));
        Assert.Empty(await index.SuggestAsync(new SuggestRequest { Text = "bus", Filters = [Having("year", "2013")] }));
        await Assert.ThrowsAsync<SearchRequestException>(
            async () => await index.SuggestAsync(new SuggestRequest { Text = "bus", Filters = [Having("nothing", "x")] }));
    }

    [Fact]
    public async Task Suggest_WordsThatManyProposalsHaveSideBySide_CompletesThem()
    {
        string[] verbs = ["build", "want", "plan", "need", "fund", "map"];
        var index = Index([.. verbs.Select(verb => Some.Proposal(verb, $"We {verb} affordable housing."))]);
        var suggestion = (await index.SuggestAsync(new SuggestRequest { Text = "affordable ho" }))[0];

        Assert.Equal(("affordable housing", SuggestionKind.Phrase), (suggestion.Text, suggestion.Kind));
        Assert.Equal(6, (await Search(index, suggestion.Query)).Total);
    }

    [Fact]
    public async Task Suggest_AnyBeginning_LeadsToAQueryThatFindsSomething()
    {
        var index = Corpus();
        var checkedOnes = 0;
        foreach (var name in ProposalCorpus.Proposals
            .SelectMany(proposal => new[] { proposal.Title, proposal.Organization }).OfType<string>().Distinct())
        {
            var at = name.IndexOf(' ', StringComparison.Ordinal);
            foreach (var suggestion in await index.SuggestAsync(
                new SuggestRequest { Text = at < 0 ? name : name[..at], Limit = SearchLimits.MaxSuggestions }))
            {
                var found = await Search(index, suggestion.Query);
                Assert.True(found.Total > 0 && !found.Query.Relaxed, $"'{suggestion.Query}' for {name} finds nothing");
                checkedOnes++;
            }
        }

        Assert.True(checkedOnes > 10, $"{checkedOnes} suggestions");
    }

    [Fact]
    public async Task Suggest_Limit_IsKeptAndWithinItsBounds()
    {
        var index = Index([.. Enumerable.Range(0, 40).Select(number => Some.Proposal($"{number}") with { Title = $"Lantern {number}" })]);

        Assert.Equal(8, (await Suggest(index, "lantern")).Length);
        Assert.Equal(3, (await index.SuggestAsync(new SuggestRequest { Text = "lantern", Limit = 3 })).Count);
        Assert.Equal(SearchLimits.MaxSuggestions,
            (await index.SuggestAsync(new SuggestRequest { Text = "lantern", Limit = SearchLimits.MaxSuggestions })).Count);
        foreach (var limit in new[] { int.MinValue, -1, 0, SearchLimits.MaxSuggestions + 1, int.MaxValue })
        {
            var refused = await Assert.ThrowsAsync<SearchRequestException>(
                async () => await index.SuggestAsync(new SuggestRequest { Text = "lantern", Limit = limit }));
            Assert.Equal(FaultCodes.OutOfRange, Assert.Single(refused.Faults).Code);
        }
    }

    [Fact]
    public async Task Suggest_AnyText_IsNeverAnError()
    {
        var index = Corpus();
        foreach (var text in Typing)
        {
            foreach (var suggestion in await index.SuggestAsync(new SuggestRequest { Text = text }))
            {
                Assert.InRange(suggestion.Match.Start, 0, suggestion.Text.Length - 1);
                Assert.InRange(suggestion.Match.Length, 1, suggestion.Text.Length - suggestion.Match.Start);
            }
        }

        Assert.Empty(await Suggest(index, ""));
        Assert.Empty(await Suggest(index, "\0 \u202e"));
    }

    [Fact]
    public async Task Suggest_AfterACommit_KnowsWhatIsNewAndForgetsWhatIsGone()
    {
        var folder = NewLocation();
        Write(CreateBackend(), folder, Some.Metadata, [Some.Proposal("a") with { Title = "Lantern" }]);
        var before = Open(CreateBackend(), folder);
        Write(CreateBackend(), folder, Some.Metadata, [Some.Proposal("b") with { Title = "Lantana" }]);
        var after = Open(CreateBackend(), folder);

        Assert.Equal(["Lantern"], await Suggest(before, "lant"));
        Assert.Equal(["Lantana"], await Suggest(after, "lant"));
    }

    [Fact]
    public async Task Suggest_EmptyIndex_HasNothing() => Assert.Empty(await Suggest(Index(), "a"));

    private static async Task<string[]> Suggest(ProposalIndex index, string text) =>
        [.. (await index.SuggestAsync(new SuggestRequest { Text = text })).Select(suggestion => suggestion.Text)];
}
