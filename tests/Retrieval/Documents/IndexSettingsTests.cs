using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Retrieval.Tests.Documents;

public sealed class IndexSettingsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    [InlineData(-1)]
    public void Check_WeightThatNoWordCanCount_IsRefused(int weight)
    {
        var settings = new IndexSettings { SectionWeights = [1, weight] };

        Assert.Throws<ArgumentOutOfRangeException>(settings.Check);
    }

    [Fact]
    public void Check_NegativeGap_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(new IndexSettings { SectionGap = -1 }.Check);

    [Fact]
    public void WeightOf_LabelBeyondTheList_IsOne()
    {
        var settings = new IndexSettings { SectionWeights = [3, 1, 2] };

        Assert.Equal([3, 1, 2, 1, 1], new[] { 0, 1, 2, 3, -1 }.Select(settings.WeightOf));
    }
}
