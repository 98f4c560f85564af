using System.Diagnostics;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Mapping;

public sealed class BodySectionsTests
{
    [Fact]
    public void Of_Markdown_IsDividedAtTheTwoHighestLevels()
    {
        var body = Markdown(
            "before\n\n## One\nfirst\nparagraph\n\n### Deep:\n`code` and **bold** [link](http://x.org)\n\n#### Deeper\nmore\n## "
                + "Two\n\n```\nif (a < b)\n  x\n```\n");

        Assert.Null(body.Title);
        Assert.Equal(
            [
                new BodySection("", "before"),
                new BodySection("One", "first paragraph"),
                new BodySection("One › Deep", "code and bold link\n\nDeeper\n\nmore"),
                new BodySection("Two", "if (a < b)\n  x"),
            ],
            body.Sections);
    }

    [Fact]
    public void Of_Markdown_OneHeadingAtTheTop_IsTheTitle()
    {
        var body = Markdown("# The *title*\n\ntext\n\n## Head\n\nmore\n");

        Assert.Equal("The title", body.Title);
        Assert.Equal([new BodySection("", "text"), new BodySection("Head", "more")], body.Sections);
    }

    [Fact]
    public void Of_Markdown_ListsAndTables_AreLines()
    {
        var body = Markdown("- one\n- two\n  goes on\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");

        Assert.Equal("• one\n• two goes on\n\na | b\n1 | 2", Assert.Single(body.Sections).Text);
    }

    [Fact]
    public void Of_Markdown_AHeadingWithoutText_IsNotLost()
        => Assert.Contains(Markdown("## One\ntext\n## Last words\n").Sections, static section => section.Text == "Last words");

    [Fact]
    public void Of_Markdown_WithHtml_IsItsText()
        => Assert.Equal(
            "a b\n\nc\n\nd", Assert.Single(Markdown("a <b>b</b>\n\n<div><p>c</p><script>x()</script></div>\n\nd\n").Sections).Text);

    [Fact]
    public void Of_Markdown_ThatNestsTooDeeply_StaysText()
        => Assert.Contains(
            "end", Assert.Single(Markdown(string.Concat(Enumerable.Repeat("> ", 3000)) + "end").Sections).Text, StringComparison.Ordinal);

    [Fact]
    public void Of_Html_IsDividedAtItsHeadings()
    {
        var body = BodySections.Of(
            new SourceBody(
                "<h1>Title</h1>\n<p>one\ntwo<h2 class='x'>Head <i>line</i></h2><ul><li>a<li>b</ul><script>x</script>", SourceMarkup.Html));

        Assert.Equal("Title", body.Title);
        Assert.Equal([new BodySection("", "one two"), new BodySection("Head line", "• a\n• b")], body.Sections);
    }

    [Fact]
    public void Of_Html_AHeadingThatIsNeverClosed_DoesNotTakeInTheBody()
        => Assert.Equal(
            [new BodySection("One", "a\n\nb"), new BodySection("Two", "c")],
            BodySections.Of(new SourceBody("<p></p><h2>One<p>a<p>b<h2>Two<p>c", SourceMarkup.Html)).Sections);

    [Fact]
    public void Of_Html_ManyHeadingsWithoutEnd_TakesLinearTime()
        => Assert.NotEmpty(
            BodySections.Of(new SourceBody(string.Concat(Enumerable.Repeat("<h1><div>", 100_000)) + "x", SourceMarkup.Html)).Sections);

    [Fact]
    public void Of_Html_EscapedMarkup_StaysText()
        => Assert.Equal("<b>x</b>", BodySections.Of(new SourceBody("<p>&lt;b>x&lt;/b></p>", SourceMarkup.Html)).Sections.Single().Text);

    [Theory]
    [InlineData("[a](", 100_000)]
    [InlineData("[a](b ", 100_000)]
    [InlineData("# word\n\n", 700_000)]
    public void Of_Markdown_ThatTakesEverLonger_IsReadAsPlainText(string piece, int times)
    {
        var watch = Stopwatch.StartNew();
        var section = Assert.Single(Markdown(string.Concat(Enumerable.Repeat(piece, times)) + "end").Sections);

        Assert.EndsWith("end", section.Text, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void Of_Markdown_ManyLinks_AreRead()
        => Assert.Equal(
            2000 * "a ".Length,
            Assert.Single(Markdown(string.Concat(Enumerable.Repeat("[a](http://b.org) ", 2000))).Sections).Text.Length + 1);

    [Fact]
    public void Of_Markdown_TagsThatAreNone_StayText()
        => Assert.Equal("Dear <insert name>, bold", Assert.Single(Markdown("Dear <insert name>, <b>bold</b>\n").Sections).Text);

    [Fact]
    public void Of_PlainText_IsOneSection()
        => Assert.Equal(
            [new BodySection("", "# no *markup*")], BodySections.Of(new SourceBody("# no *markup*\n", SourceMarkup.None)).Sections);

    private static BodySections Markdown(string text) => BodySections.Of(new SourceBody(text, SourceMarkup.Markdown));
}
