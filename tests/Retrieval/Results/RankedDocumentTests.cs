using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Retrieval.Tests.Results;

public sealed class RankedDocumentTests
{
    [Fact]
    public void CompareTo_Documents_GoByKeyThenScoreThenNumber()
    {
        RankedDocument[] ordered = [new(1, 0, 9), new(2, 7, 3), new(2, 7, 4), new(2, 6, 1), new(3, 99, 0)];
        RankedDocument[] shuffled = [ordered[3], ordered[0], ordered[4], ordered[2], ordered[1]];

        Assert.Equal(ordered, shuffled.Order());
        Assert.True(ordered[0] < ordered[1] && ordered[1] <= ordered[1] && ordered[4] > ordered[3] && ordered[4] >= ordered[4]);
    }

    [Theory]
    [InlineData(true, SortKind.Score, 0, false)]
    [InlineData(false, SortKind.Score, 0, true)]
    [InlineData(false, SortKind.Number, 0, false)]
    [InlineData(false, SortKind.Score, 1, false)]
    public void CanPrune_WhateverNeedsAllMatches_Forbids(bool counts, SortKind order, int facets, bool canPrune)
    {
        var options = new SearchOptions { Count = counts, Sort = new SortBy(order), Facets = [.. Enumerable.Repeat("year", facets)] };

        Assert.Equal(canPrune, options.CanPrune);
    }
}
