using System.Text;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Queries;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// Where a query has a weight that is no number, such as the part of a sum that is 0, the whole search failed: JSON has no such number.
/// What has it is found, and scores nothing for it.
/// </summary>
public sealed class Bug340AWeightThatIsNoNumber
{
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Script_WithAWeightThatIsNoNumber_ScoresNothing(float weight)
    {
        var clause = ScoreScript.Of(weight, 10, 1, writer => TokenQueries.WriteAny(writer, ["sschool"]));

        Assert.Contains("\"w\":0,", Encoding.UTF8.GetString(JsonBody.Of(clause.Write).Span), StringComparison.Ordinal);
    }
}
