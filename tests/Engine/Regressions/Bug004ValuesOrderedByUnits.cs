using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>Over several segments, and in sorting, values were in the order of UTF-16 units: an emoji before full-width letters.</summary>
public sealed class Bug004ValuesOrderedByUnits
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Search_ValuesBeyondTheFirstPlane_AreInTheOrderOfTheirBytes(int segments)
    {
        var documents = new[] { "😀", "ｗｉｄｅ", "plain", "\uE000" }.Select(Valued).ToArray();
        using var index = TestIndex.InParts(new IndexSettings(), [.. documents.Chunk(4 / segments)]);
        var result = index.Snapshot.Search(
            new AllQuery(), new SearchOptions { Facets = ["area"], Sort = new SortBy(SortKind.Text, "area") });

        Assert.Equal(["plain", "\uE000", "ｗｉｄｅ", "😀"], result.Facets[0].Values.Select(value => value.Key));
        Assert.Equal(["plain", "\uE000", "ｗｉｄｅ", "😀"], index.Ids(result));
    }

    [Fact]
    public void Compare_RandomValues_IsTheOrderOfUtf8()
    {
        var random = new Random(1);
        for (var i = 0; i < 3000; i++)
        {
            var (left, right) = (Words.Next(random, 4), random.Next(20) == 0 ? "" : Words.Next(random, 4));
            Assert.Equal(Math.Sign(Words.Utf8Order.Instance.Compare(left, right)), Math.Sign(ValueOrder.Instance.Compare(left, right)));
        }

        Assert.True(
            ValueOrder.Instance.Compare(null, "") < 0
                && ValueOrder.Instance.Compare("", null) > 0
                && ValueOrder.Instance.Compare(null, null) == 0);
    }

    private static IndexDocument Valued(string value)
    {
        var document = TestIndex.Document(value, "word");
        document.Values.Add(("area", value));
        return document;
    }
}
