using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A heading that lost to a stated title is an answer named "Heading", and that word was searched as if the file had it.</summary>
public sealed class Bug761TheWordHeading
{
    [Fact]
    public void Map_AHeadingThatLosesToATitle_AddsNoWordOfOurs()
    {
        var kite = TemporaryArchive.Of("17.md", "---\ntitle: Application 17\n---\n\n# Kites over the harbor\n\nWe fly them.\n");

        Assert.Equal(
            [("Heading", "Kites over the harbor"), ("Text", "We fly them.")],
            kite.Answers.Select(static answer => (answer.Question, answer.Text)));
    }
}
