using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Searching;

/// <summary>Queries that name many values of a facet.</summary>
public sealed class FacetLeavesTests(ManyValues many) : IClassFixture<ManyValues>
{
    private const int Leaves = 130;

    /// <summary>Each leaf folded all values of its facet: 2.6 million texts for this query, over a second and 200 MB.</summary>
    [Fact]
    public async Task Search_ManyLeavesOfAFacet_FoldsItsValuesOnce()
    {
        var request = new SearchRequest
        {
            Text = string.Join(" OR ", Enumerable.Range(0, Leaves).Select(number => $"area:a{number:00000}")),
            Facets = [],
        };
        Assert.Equal(Leaves, (await many.Index.SearchAsync(request)).Total);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await many.Index.SearchAsync(request);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Theory]
    [InlineData(null, -1L, 5)]
    [InlineData(3L, 3L, 1)]
    [InlineData(-5L, 4L, 10)]
    [InlineData(19_990L, null, 5)]
    [InlineData(19_994L, null, 1)]
    [InlineData(19_995L, null, 0)]
    [InlineData(null, long.MaxValue, ManyValues.Count)]
    [InlineData(long.MinValue, null, ManyValues.Count)]
    [InlineData(null, -6L, 0)]
    public async Task Search_Range_FindsWhatLiesInIt(long? from, long? to, long total)
    {
        var filter = new FacetFilter("amount") { Range = new NumberRange(from, to) };

        Assert.Equal(total, (await many.Index.SearchAsync(new SearchRequest { Filters = [filter], Facets = [] })).Total);
    }

    [Theory]
    [InlineData("area:A00007", 1)]
    [InlineData("area:\"á00007\"", 1)]
    [InlineData("area:a7", 0)]
    public async Task Search_Value_IsFoundWhateverItsCaseAndAccents(string text, long total) =>
        Assert.Equal(total, (await many.Index.SearchAsync(new SearchRequest { Text = text, Facets = [] })).Total);
}
