using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Quotes and dashes of Windows-1252 that a program had taken for Latin-1 became blanks: <c>We don t stop</c>.</summary>
public sealed class Bug184LettersThatBecameControlCharacters
{
    [Theory]
    [InlineData("We don\u0092t \u0093stop\u0094 \u0096 ever", "We don’t “stop” – ever")]
    [InlineData("It&#146;s &#x93;late&#x94;&#133;", "It’s “late”…")]
    [InlineData("<p>Caf\u00E9 &#150; \u0080 5</p>", "Café – € 5")]
    [InlineData("wait\u0085 it\u0092s late", "wait… it’s late")]
    [InlineData("one\u0085two", "one\ntwo")]
    [InlineData("a\u0081b", "a b")]
    public void Clean_ControlCharacters_AreTheLettersThatWereMeant(string text, string clean)
        => Assert.Equal(clean, AnswerText.Clean(text));

    [Fact]
    public void Run_ATitleAndAHeadingWithThem_AreReadable()
    {
        var proposal = TemporaryArchive.Of("a.md", "---\ntitle: We don\u0092t stop\n---\n\n## What\u0092s next\n\nWords \u0096 many.\n");

        Assert.Equal("We don’t stop", proposal.Title);
        Assert.Equal("What’s next", proposal.Answers[0].Question);
        Assert.Equal("Words – many.", proposal.Answers[0].Text);
    }
}
