using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Answers that YAML merges by <c>&lt;&lt;</c> were shown under the key of the anchor that they come from.</summary>
public sealed class Bug183AnswersThatAnAnchorHasToo
{
    [Theory]
    [InlineData("stock: &s\n  need: heron reeds\ntitle: Pond\nanswers:\n  <<: *s\n  plan: Dig\n")]
    [InlineData("title: Pond\nstock: &s\n  need: heron reeds\n<<: *s\nplan: Dig\n")]
    public void Run_AMergedAnswer_StandsUnderItsOwnKey(string yaml)
        => Assert.Equal(["Need", "Plan"], TemporaryArchive.Of("a.yml", yaml).Answers.Select(static answer => answer.Question).Order());

    [Fact]
    public void Run_AnAnchorThatSaysSomethingElse_IsKept()
        => Assert.Equal(
            ["Need", "Stock › Need"],
            TemporaryArchive.Of("a.yml", "title: Pond\nstock: &s\n  need: heron reeds\nanswers:\n  <<: *s\n  need: more water\n")
                .Answers.Select(static answer => answer.Question).Order());
}
