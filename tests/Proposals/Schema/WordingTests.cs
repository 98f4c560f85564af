using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

public sealed class WordingTests
{
    [Theory]
    [InlineData("year_submitted", "Year Submitted")]
    [InlineData("year-submitted", "YEAR  SUBMITTED ")]
    [InlineData("Which metrics will your proposal impact?\u200B", "which metrics will your proposal impact")]
    [InlineData("What is the need you’re responding to?", "What is the need you're responding to?")]
    [InlineData("the “Learn” metrics?", "the \"Learn\" metrics")]
    [InlineData("a\u00A0b", "a b")]
    public void Normalize_SpellingsOfOneKey_AreEqual(string left, string right)
        => Assert.Equal(Wording.Normalize(left), Wording.Normalize(right));

    [Theory]
    [InlineData("What\u00A0is it?\u200B", "What is it?")]
    [InlineData("\uFEFFtitle", "title")]
    [InlineData("a  b\tc", "a b c")]
    [InlineData("What is the need you’re responding to?", "What is the need you’re responding to?")]
    public void Display_KeepsWordsAndDropsWhatNobodySees(string key, string shown) => Assert.Equal(shown, Wording.Display(key));

    [Theory]
    [InlineData("discussions-to", "Discussions to")]
    [InlineData("ORCID", "ORCID")]
    [InlineData("What now?", "What now?")]
    [InlineData("_", "_")]
    public void Label_Names_BecomeWords(string key, string label) => Assert.Equal(label, Wording.Label(key));

    [Theory]
    [InlineData("How?", true)]
    [InlineData("Describe what you will do.", true)]
    [InlineData("project_measure", false)]
    [InlineData("last call deadline", false)]
    public void IsQuestion_TellsWordingsFromNames(string key, bool isQuestion) => Assert.Equal(isQuestion, Wording.IsQuestion(key));
}
