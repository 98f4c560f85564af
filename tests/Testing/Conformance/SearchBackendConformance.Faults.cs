using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Requests that cannot be carried out: refused, with all their faults at once.</summary>
public abstract partial class SearchBackendConformance
{
    [Fact]
    public async Task Faults_OfARequest_AreNamedAllAtOnce()
    {
        var request = new SearchRequest
        {
            Filters = [Having("colour", "red"), Having("year", "soon"), new("category") { Range = new NumberRange(1, 2) }],
            Facets = ["year", "taste"],
            In = ["evaluation", "nonsense"],
            Page = 0,
            PerPage = 101,
            Snippets = -1,
            SnippetLength = 1,
        };
        var faults = (await Refused(Corpus(), request)).Faults;

        Assert.Equal(
            [
                (FaultCodes.UnknownFacet, "colour"), (FaultCodes.InvalidValue, "year"),
                (FaultCodes.InvalidRange, "category"), (FaultCodes.UnknownQuestion, "in"),
                (FaultCodes.UnknownFacet, "facets"), (FaultCodes.OutOfRange, "page"), (FaultCodes.OutOfRange, "per_page"),
                (FaultCodes.OutOfRange, "snippets"), (FaultCodes.OutOfRange, "snippet_length"),
            ],
            faults.Select(fault => (fault.Code, fault.Parameter)));
        Assert.Contains("year, category, area", faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("need, plan, evaluation", faults[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_OfAPageBeyondTheWindow_NameTheWayOn()
    {
        Assert.Empty((await Search(Corpus(), new SearchRequest { Page = 1000, PerPage = 10 })).Hits);
        var exception = await Refused(Corpus(), new SearchRequest { Page = 1001, PerPage = 10 });

        Assert.Equal(FaultCodes.WindowExceeded, Assert.Single(exception.Faults).Code);
        Assert.Contains("cursor", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AAAA")]
    [InlineData("🎉")]
    [InlineData("%00")]
    public async Task Faults_OfACursorThatNobodyGave_AreNamed(string cursor)
    {
        var exception = await Refused(Corpus(), new SearchRequest { Cursor = cursor });

        Assert.Equal((FaultCodes.InvalidCursor, "cursor"), (exception.Faults[0].Code, exception.Faults[0].Parameter));
    }

    [Fact]
    public async Task Faults_OfACursorForAnotherRequest_AreNamed()
    {
        var index = Corpus();
        var request = new SearchRequest { Text = "river OR public", PerPage = 1 };
        var cursor = (await Search(index, request)).NextCursor;
        Assert.NotNull(cursor);
        SearchRequest[] others =
        [
            request with { Text = "river" },
            request with { Sort = SortOrder.Title },
            request with { Match = MatchMode.All },
            request with { In = ["plan"] },
            request with { Filters = [Having("year", "2013")] },
        ];

        foreach (var other in others)
        {
            var exception = await Refused(index, other with { Cursor = cursor });
            Assert.Equal(FaultCodes.InvalidCursor, Assert.Single(exception.Faults).Code);
        }

        Assert.NotEmpty((await Search(index, request with { Cursor = cursor, PerPage = 5, Snippets = 1, Facets = [] })).Hits);
    }

    [Fact]
    public async Task Faults_OfACursorWithAnyByteChanged_AreNamedOrHarmless()
    {
        var index = Corpus();
        var request = new SearchRequest { Text = "river OR public", PerPage = 2 };
        var cursor = (await Search(index, request)).NextCursor!;
        for (var at = 0; at < cursor.Length; at++)
        {
            var changed = cursor[..at] + (cursor[at] == 'A' ? 'B' : 'A') + cursor[(at + 1)..];
            var exception = await Record.ExceptionAsync(async () => await Search(index, request with { Cursor = changed }));
            Assert.True(exception is null or SearchRequestException, $"at {at}: {exception}");
        }
    }

    [Fact]
    public async Task Faults_OfAStream_AreNamedToo()
    {
        var index = Corpus();

        await Assert.ThrowsAsync<SearchRequestException>(async () =>
        {
            await foreach (var _ in index.StreamAsync(new SearchRequest { Filters = [new("colour")] }))
            {
            }
        });
    }
}
