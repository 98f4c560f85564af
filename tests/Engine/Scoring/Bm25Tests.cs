using ProposalSearch.Retrieval.Scoring;
using Xunit;

namespace ProposalSearch.Engine.Tests.Scoring;

public sealed class Bm25Tests
{
    [Theory]
    [InlineData(1, 1, 0.28768207)]
    [InlineData(1, 10, 1.9924302)]
    [InlineData(10, 10, 0.046520017)]
    [InlineData(3, 1288, 5.908859)]
    public void InverseDocumentFrequency_KnownCounts_IsTheLogarithmOfTheFormula(long frequency, long documents, double expected)
    {
        Assert.Equal(Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5))), expected, 6);
        Assert.Equal(expected, Bm25.InverseDocumentFrequency(frequency, documents), 6);
    }

    [Fact]
    public void InverseDocumentFrequency_MoreDocumentsThanThereAre_IsAsIfItWereAll() =>
        Assert.Equal(Bm25.InverseDocumentFrequency(7, 7), Bm25.InverseDocumentFrequency(7, 3));

    [Fact]
    public void Score_AnyFrequencyAndLength_EqualsTheFormula()
    {
        var norms = Bm25.InverseNorms(120.5f);
        for (var code = 0; code < 256; code += 5)
        {
            for (var frequency = 1; frequency < 2000; frequency *= 3)
            {
                var norm = 1.2 * (1 - 0.75 + (0.75 * LengthCode.Decode((byte)code) / 120.5));
                var expected = 2.5 * frequency / (frequency + norm);
                Assert.True(Math.Abs(expected - Bm25.Score(2.5f, frequency, norms[code])) < 1e-6, $"code {code}, frequency {frequency}");
            }
        }
    }

    [Fact]
    public void InverseNorms_LongerDocuments_AreNeverGreater()
    {
        var norms = Bm25.InverseNorms(30);

        Assert.All(Enumerable.Range(1, 255), code => Assert.True(norms[code] < norms[code - 1]));
    }
}
