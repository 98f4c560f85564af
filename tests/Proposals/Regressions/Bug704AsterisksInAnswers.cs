using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Words that somebody typed between asterisks in the answer of a form were shown with them.</summary>
public sealed class Bug704AsterisksInAnswers
{
    [Theory]
    [InlineData("We want *every* heron to nest.", "We want every heron to nest.")]
    [InlineData("**Need:** reeds, and \"*boxes*\" (*nets*).", "Need: reeds, and \"boxes\" (nets).")]
    [InlineData("*Two words*, ***three***!", "Two words, three!")]
    public void Run_WordsBetweenThem_StandWithoutThem(string typed, string text) => Assert.Equal(text, Answer(typed));

    [Theory]
    [InlineData("A pond of 2*3*4 metres.")]
    [InlineData("Files *.md and *.txt of ponds.")]
    [InlineData("*With food. *Without rooms.")]
    [InlineData("The stars ***** are five, f*** the rest.")]
    [InlineData("* reeds\n* boxes")]
    [InlineData("See https://x.example/a-*b*-c for more of it.")]
    public void Run_OtherAsterisks_Stay(string typed) => Assert.Equal(typed, Answer(typed));

    private static string Answer(string typed)
        => Assert.Single(
            TemporaryArchive.Of("a.yml", "title: Ponds\nWhat will you do?: |-\n  " + typed.ReplaceLineEndings("\n  ") + "\n").Answers).Text;
}
