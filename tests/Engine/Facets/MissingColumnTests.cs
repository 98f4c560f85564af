using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Facets;

/// <summary>Columns that some segments have and others lack.</summary>
public sealed class MissingColumnTests : IDisposable
{
    private readonly TestIndex _index = TestIndex.InParts(
        new IndexSettings(),
        [
            [With("a", "2013", 2013), With("b", "2014", 2014)], [With("c", null, null), With("d", null, null)],
            [With("e", "2014", 2014), With("f", null, null)],
        ]);

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Facets_ColumnOfSomeSegments_CountsTheOthersAsMissing()
    {
        var facet = Search(new AllQuery()).Facets[0];

        Assert.Equal([new("2013", 1), new("2014", 2)], facet.Values);
        Assert.Equal(3, facet.Missing);
    }

    [Fact]
    public void Facets_ColumnOfNoSegment_CountsAllAsMissing() =>
        Assert.Equal((0, 6), (Search(new AllQuery()).Facets[1].Values.Count, Search(new AllQuery()).Facets[1].Missing));

    [Theory]
    [InlineData(false, "2014", "b", "e")]
    [InlineData(true, "2014", "b", "c", "d", "e", "f")]
    [InlineData(true, "1999", "c", "d", "f")]
    [InlineData(false, "1999")]
    public void ValueQuery_MissingOrNot_LooksIntoSegmentsWithoutTheColumn(bool missing, string value, params string[] ids) =>
        Assert.Equal(ids, _index.Ids(Search(new ValueQuery("year", [value], missing))));

    [Fact]
    public void ValueQuery_ColumnOfNoSegment_IsAllOrNothing()
    {
        Assert.Equal(6, Search(new ValueQuery("nowhere", [], Missing: true)).Total);
        Assert.Equal(0, Search(new ValueQuery("nowhere", ["x"])).Total);
    }

    [Fact]
    public void Filters_OnAColumnThatASegmentLacks_LeaveItsSidewaysCountsWhole()
    {
        var options = new SearchOptions { Facets = ["year"], Filters = [new ColumnFilter("year", new ValueQuery("year", ["2014"]))] };
        var result = _index.Snapshot.Search(new AllQuery(), options);

        Assert.Equal((2, 6), (result.Total, result.UnfilteredTotal));
        Assert.Equal([new("2013", 1), new("2014", 2)], result.Facets[0].Values);
        Assert.Equal(3, result.Facets[0].Missing);
    }

    [Theory]
    [InlineData(SortKind.Number, false, "abecdf")]
    [InlineData(SortKind.Number, true, "beacdf")]
    [InlineData(SortKind.Text, false, "abecdf")]
    [InlineData(SortKind.Text, true, "beacdf")]
    public void Sort_ByAColumnOfSomeSegments_PutsDocumentsWithoutItLast(SortKind kind, bool descending, string ids) =>
        Assert.Equal(
            ids,
            string.Concat(
                _index.Ids(_index.Snapshot.Search(new AllQuery(), new SearchOptions { Sort = new SortBy(kind, "year", descending) }))));

    private static IndexDocument With(string id, string? year, long? number)
    {
        var document = TestIndex.Document(id, "word");
        if (year is not null)
        {
            document.Values.Add(("year", year));
        }

        if (number is { } value)
        {
            document.Numbers.Add(("year", value));
        }

        return document;
    }

    private SearchResult Search(Query query) => _index.Snapshot.Search(query, new SearchOptions { Facets = ["year", "nowhere"] });
}
