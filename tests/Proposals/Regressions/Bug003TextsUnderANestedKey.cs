using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A text under <c>answers</c> or <c>responses</c>, which should hold a mapping of questions, was lost.</summary>
public sealed class Bug003TextsUnderANestedKey
{
    [Theory]
    [InlineData("title: A\nresponses: A garden.\n")]
    [InlineData("title: A\nresponses:\n- A garden.\n")]
    [InlineData("title: A\nquestions: A garden.\n")]
    public void Map_ATextUnderANestedKey_IsAnAnswer(string yaml)
        => Assert.Equal("A garden.", Assert.Single(TemporaryArchive.Of("a.yml", yaml).Answers).Text);
}
