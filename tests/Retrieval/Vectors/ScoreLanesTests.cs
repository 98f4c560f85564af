using ProposalSearch.Retrieval.Vectors;
using Xunit;

namespace ProposalSearch.Retrieval.Tests.Vectors;

/// <summary>Against a comparison of one score after the other.</summary>
public sealed class ScoreLanesTests
{
    [Theory]
    [InlineData(float.NegativeInfinity)]
    [InlineData(0f)]
    [InlineData(2f)]
    [InlineData(5.5f)]
    [InlineData(float.PositiveInfinity)]
    public void Reaching_AnyScores_IsABitForEachThatIsNotBelow(float threshold)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            float[] scores = [.. Enumerable.Range(0, ScoreLanes.Count + 3).Select(_ => random.Next(8) * 0.5f)];
            ulong expected = 0;
            for (int at = 0; at < ScoreLanes.Count; at++)
            {
                expected |= scores[at] >= threshold ? 1UL << at : 0;
            }

            Assert.Equal(expected, ScoreLanes.Reaching(scores, threshold));
        }
    }
}
