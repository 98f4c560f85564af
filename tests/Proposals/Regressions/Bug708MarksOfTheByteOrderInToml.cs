using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A mark of the byte order below the fence of TOML moved each number by one character: <c>depth=12</c> was <c>=1</c>.</summary>
public sealed class Bug708MarksOfTheByteOrderInToml
{
    [Theory]
    [InlineData("depth=12\n")]
    [InlineData("# the pond\ndepth=12\n")]
    public void Run_ANumberBelowOne_IsWhole(string toml)
        => Assert.Contains(
            TemporaryArchive.Of("pond.md", $"+++\n\uFEFF{toml}title = \"Ponds\"\n+++\nWe dig it in spring.\n").Answers,
            static answer => answer is { Question: "Depth", Text: "12" });
}
