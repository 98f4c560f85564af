using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Searches that take no longer than they may, and end when nobody waits for them any more.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("")]
    [InlineData("river college")]
    [InlineData("plan:riv* OR colege~")]
    public async Task Time_NoneAtAll_IsExceededAndSaysHowLongItWas(string text)
    {
        var budget = TimeSpan.Zero;
        var exceeded = await Fails<SearchTimeExceededException>(
            new SearchRequest { Text = text, TimeBudget = budget }, new SuggestRequest { Text = "river", TimeBudget = budget });

        Assert.Equal(budget, exceeded.Budget);
        Assert.Contains("given up after 0 s", exceeded.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_Negative_IsAFault()
    {
        var negative = TimeSpan.FromSeconds(-1);
        var search = await Refused(Corpus(), new SearchRequest { TimeBudget = negative });
        var suggest = await Assert.ThrowsAsync<SearchRequestException>(
            async () => await Corpus().SuggestAsync(new SuggestRequest { TimeBudget = negative, Limit = 0 }));

        Assert.Equal([(FaultCodes.OutOfRange, "time_budget")], search.Faults.Select(fault => (fault.Code, fault.Parameter)));
        Assert.Equal(["limit", "time_budget"], suggest.Faults.Select(fault => fault.Parameter));
    }

    [Fact]
    public async Task Time_Enough_ChangesNothingOfAnAnswerNorOfItsCursor()
    {
        var request = new SearchRequest { Text = "river OR colle*", PerPage = 2, Explain = true };
        var expected = await Search(Corpus(), request with { TimeBudget = null });
        foreach (var budget in new[] { SearchLimits.TimeBudget, TimeSpan.FromMinutes(1), TimeSpan.MaxValue })
        {
            var response = await Corpus().SearchAsync(request with { TimeBudget = budget });
            Assert.Equal(expected.NextCursor, response.NextCursor);
            Assert.Equal(expected.Hits.Select(Ranked), response.Hits.Select(Ranked));
            Assert.NotEmpty((await Corpus().SearchAsync(request with { TimeBudget = budget, Cursor = expected.NextCursor })).Hits);
        }
    }

    [Fact]
    public async Task Time_CancelledBefore_EndsAsCancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Fails<OperationCanceledException>(new SearchRequest { Text = "river" }, new SuggestRequest { Text = "river" }, cancelled);
    }

    private static (string Id, double Score, string Explained) Ranked(Hit hit) => (hit.Id, hit.Score, hit.Explanation!.Description);

    /// <summary>Searching, completing and reading one by one all fail in this way; how searching does.</summary>
    private async Task<T> Fails<T>(SearchRequest search, SuggestRequest suggest, CancellationToken cancellation = default)
        where T : Exception
    {
        await Assert.ThrowsAnyAsync<T>(async () => await Corpus().SuggestAsync(suggest, cancellation));
        await Assert.ThrowsAnyAsync<T>(
            async () => await Corpus().StreamAsync(search, cancellation).GetAsyncEnumerator(CancellationToken.None).MoveNextAsync());
        return await Assert.ThrowsAnyAsync<T>(async () => await Corpus().SearchAsync(search, cancellation));
    }
}
